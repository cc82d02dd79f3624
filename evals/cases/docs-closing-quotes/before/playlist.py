"""Playlists."""


def duration(tracks: list[dict]) -> str:
    """Add up the lengths of all tracks.

    Tracks without a length count as nothing."""
    seconds = sum(track.get("seconds", 0) for track in tracks)
    return f"{seconds // 60}:{seconds % 60:02}"
