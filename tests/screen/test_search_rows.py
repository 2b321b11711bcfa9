"""The rows of the search box: a line of an article is shown once for the hits that stand together on it."""

from tui.dialogs.search_rows import SearchRows, entries_of
from tui.search import Found, Hit
from tui.search.found import Line

TEXT = f"The Qods Force sent a force. {'Nobody knows why. ' * 4}The force left.\nA force came."


def found_at(*starts: int, size: int = 5) -> Found:
    hits = tuple(Hit(start, start + size) for start in starts)
    lines = tuple(
        Line(
            TEXT.count("\n", 0, hit.start) + 1,
            TEXT[TEXT.rfind("\n", 0, hit.start) + 1 : hit.start],
            TEXT[hit.start : hit.end],
            TEXT[hit.end :].partition("\n")[0],
        )
        for hit in hits
    )
    return Found(0, hits, lines)


def force_everywhere() -> Found:
    lowered = TEXT.lower()
    starts = [at for at in range(len(TEXT)) if lowered.startswith("force", at)]
    return found_at(*starts)


def test_hits_that_stand_together_on_a_line_are_one_row_and_those_far_apart_are_not() -> None:
    head, *rows = entries_of(force_everywhere())
    assert head.hit == -1
    assert [(row.hit, row.more) for row in rows] == [(0, 1), (2, 0), (3, 0)]
    assert [row.hit for row in entries_of(found_at())] == [-1]


def test_every_hit_in_a_row_is_lit() -> None:
    rows = SearchRows()
    rows.extend(entries_of(force_everywhere()))
    first = rows.draw(1, 80)[0]
    assert [text for text, style in first if style == "matched"] == ["Force", "force"]
    assert "".join(text for text, _ in first).strip().startswith("1  The Qods Force sent a force. Nobody")
    narrow = rows.draw(1, 24)[0]
    assert [text for text, style in narrow if style == "matched"] == ["Force"]
