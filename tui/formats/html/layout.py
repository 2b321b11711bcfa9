"""Pages laid out with tables, as before 2005: cells of prose made plain divisions, columns beside these left out."""

import re
from typing import Any

_PROSE = 300
"""Characters of a cell that is no datum."""

_ROWS = 4
"""Rows of several filled cells from which a table is one of data, whatever it holds."""

_BESIDE = 0.4
"""Part of the main column's words that a column beside it holds at most."""

_LINKED = 0.3
"""Part of a column's words in links from which it leads elsewhere."""

_NARROW, _NARROW_SHARE = 240, 34
"""Width of a column beside the article at most, in points of the screen or in hundredths."""

_WIDTH = re.compile(r"\s*(\d{1,4})\s*(%?)")
_HEADINGS = ("h1", "h2")
_PARTS = ("tr", "td", "th", "tbody", "thead", "tfoot")


class _Sizes:
    """Characters in every element of a tree, and those of them that are links: counted once, however deep it is."""

    def __init__(self, tree: Any) -> None:
        self._whole: dict[Any, int] = {}
        self._linked: dict[Any, int] = {}
        for element in reversed(list(tree.iter())):  # inner before outer
            said = len(element.text or "") if isinstance(element.tag, str) else 0
            linked = 0
            for child in element:
                said += self._whole[child] + len(child.tail or "")
                linked += self._linked[child]
            self._whole[element] = said
            self._linked[element] = said if element.tag == "a" else linked

    def whole(self, element: Any) -> int:
        return self._whole[element]

    def linked(self, element: Any) -> int:
        return self._linked[element]

    def own(self, element: Any) -> int:
        """Characters that are no links."""
        return self._whole[element] - self._linked[element]


def unlay(tree: Any) -> None:
    """Make tables that only lay out a page's words divisions, in place; those that hold data stay."""
    if tree.find(".//table") is None:
        return
    sizes = _Sizes(tree)
    tables = [table for table in tree.iter("table") if _lays_out(table, sizes)]
    for table in tables:
        if table.get("align", "").lower() in ("left", "right") and _is_narrow(table) and _leads_away(table, sizes):
            table.drop_tree()
        for row in _rows(table):
            _drop_columns(row, sizes)
    for table in tables:
        for element in list(table):
            _plain(element)
        table.tag = "div"


def _lays_out(table: Any, sizes: _Sizes) -> bool:
    """Whether a table holds another one or only one column, or a cell of prose and no rows that are alike."""
    if table.find(".//table") is not None:
        return True
    rows = _rows(table)
    if all(len(row) < 2 for row in rows):
        return True
    alike = sum(len(row) > 1 and all(sizes.whole(cell) for cell in row) for row in rows)
    return alike < _ROWS and any(sizes.whole(cell) > _PROSE for row in rows for cell in row)


def _rows(table: Any) -> list[Any]:
    """The rows of a table itself, not those of tables within."""
    found = [row for row in table if row.tag == "tr"]
    for part in table:
        if part.tag in ("tbody", "thead", "tfoot"):
            found += [row for row in part if row.tag == "tr"]
    return found


def _drop_columns(row: Any, sizes: _Sizes) -> None:
    """Take out the cells of a row that stand beside its main one and lead elsewhere."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    main = max(map(sizes.own, cells), default=0)
    if len(cells) < 2 or main < _PROSE:
        return
    for cell in cells:
        if sizes.own(cell) > _BESIDE * main or any(cell.find(f".//{name}") is not None for name in _HEADINGS):
            continue
        if _leads_away(cell, sizes) or _is_narrow(cell):
            cell.drop_tree()


def _leads_away(element: Any, sizes: _Sizes) -> bool:
    return sizes.linked(element) > _LINKED * sizes.whole(element)


def _is_narrow(element: Any) -> bool:
    found = _WIDTH.match(element.get("width", ""))
    return found is not None and 0 < int(found[1]) <= (_NARROW_SHARE if found[2] else _NARROW)


def _plain(element: Any) -> None:
    """Make the parts of a table's own, and no more, divisions."""
    if element.tag in _PARTS:
        if element.tag not in ("td", "th"):
            for inner in list(element):
                _plain(inner)
        element.tag = "div"
