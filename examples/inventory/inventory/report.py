"""The list on the wall behind the counter."""
import tempfile
import subprocess
from typing import Tuple

from inventory.stock import Stock


def rows(stock: Stock) -> list[Tuple[str, int]]:
    """What is there, most of it first."""
    return sorted([(name, count) for name, count in stock.levels.items()], key=lambda row: -row[1])


def write(stock: Stock, path: str) -> None:
    """Write the list as CSV."""
    lines = ["article;pieces"] + [f"{name};{count}" for name, count in rows(stock)]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


def print_out(stock: Stock, printer: str) -> None:
    """Send the list to a printer."""
    path = tempfile.mktemp(suffix=".csv")
    write(stock, path)
    subprocess.call(f"lp -d {printer} {path}", shell=True)
