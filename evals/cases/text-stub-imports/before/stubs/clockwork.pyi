from typing import overload
from datetime import datetime

@overload
def tick(at: None = ...) -> float: ...
@overload
def tick(at: datetime) -> datetime: ...
