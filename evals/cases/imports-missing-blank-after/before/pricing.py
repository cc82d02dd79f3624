import csv
from decimal import Decimal
VAT = Decimal("0.19")


def gross(rows: csv.DictReader) -> list[Decimal]:
    return [Decimal(row["net"]) * (1 + VAT) for row in rows]
