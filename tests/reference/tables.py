"""A table in Markdown, with what would break one made harmless."""

Row = tuple[str, ...]


def write_table(header: Row, rows: list[Row]) -> str:
    """This will give the lines of a table, and an empty one after it."""
    lines = [header, tuple("---" for _ in header), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
