"""Rate limits."""

import time


class Throttle:
    """Lets one call pass in each interval."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._last = float("-inf")

    def ready(self) -> bool:
        """Tell whether a call may pass now."""
        now = time.monotonic()
        if now - self._last < self.seconds:
            return False
        self._last = now
        return True
