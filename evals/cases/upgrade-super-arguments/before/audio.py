class Track:
    def __init__(self, title: str) -> None:
        self.title = title


class Podcast(Track):
    def __init__(self, title: str, episode: int) -> None:
        super(Podcast, self).__init__(f"{episode}. {title}")
        self.episode = episode
