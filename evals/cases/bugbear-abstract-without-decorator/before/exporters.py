from abc import ABC


class Exporter(ABC):
    suffix = ""

    def export(self, rows: list[dict]) -> str:
        pass


class TextExporter(Exporter):
    suffix = ".txt"

    def export(self, rows: list[dict]) -> str:
        return "\n".join(str(row) for row in rows)
