class Account:
    def __init__(self) -> None:
        self._state = "new"

    @property
    def state(self) -> str:
        return self._state

    @state.setter
    def state(self, value: str) -> None:
        if value in {"open", "closed"}:
            self._state = value
        else:
            raise ValueError(value)
