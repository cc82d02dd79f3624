class Settings:
    theme = "light"
    font_size = 12


def css(settings: Settings) -> str:
    return f"body {{ font-size: {getattr(settings, 'font_size')}px }}"
