"""A page read back without the product's readers: its tables as grids, spans filled in."""

from lxml import html


def grids(page: str) -> dict[str, list[list[str]]]:
    """Every table by its class; a cell that spans several places stands in each of them."""
    tree = html.document_fromstring(page)
    return {table.get("class"): _grid(table) for table in tree.iter("table")}


def _grid(table: html.HtmlElement) -> list[list[str]]:
    taken: dict[tuple[int, int], str] = {}
    lines = list(table.iter("tr"))
    for top, line in enumerate(lines):
        left = 0
        for cell in line:
            while (top, left) in taken:
                left += 1
            width, height = int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))
            for down in range(height):
                for across in range(width):
                    place = (top + down, left + across)
                    assert place not in taken, f"two cells at {place}"
                    taken[place] = cell.text_content()
    width = 1 + max(column for _, column in taken)
    assert len(taken) == width * len(lines), "the grid has holes or sticks out"
    return [[taken[top, left] for left in range(width)] for top in range(len(lines))]
