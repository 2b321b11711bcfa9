"""The two real articles: every date of their bodies has the value a careful reader would give it."""

import os
import re
from pathlib import Path

import pytest

from tui.dates import edtf
from tui.dates.find import find_dates
from tui.model import Part, PartKind

_HEADING = re.compile(r"^[A-Z][a-z]+ \d{4}:", re.MULTILINE)
_OF_2009 = """
2006-09~/2006-12~ 2007-01 2007-01-11~/2007-01-20~ 2007-11 2006-12 2007-01 2009-06 ../2008-21 2007-01 2006-09~/..
2007-01~/2007-04~ 2008-10-11~/.. 2008-21/2008-22 2008-06 2008-22 2007 2008-03/2008-07 2009 2008-22 2009-02-04 2009-07
"""
_OF_2007 = """
2007-10-12 2007-01~/.. 2007-09-11~/.. 2005 2007-06 2006-12 2007-01 2007-01 2007-01-26 2007-01-30 2007-03 2007-04 2007-05
2007-06 2007-04/2007-06-30~ 2007-06 2007-06 2007-06 2007-06-04 2007-07 2005 2007-07 2007-08 2007-08-XX 2007-08 2007-08
2007-09 2007-09 2007-09 2007-09 2007-10 2007-10
"""
_END = re.compile(r"^Tags:", re.MULTILINE)


def _text(name: str) -> str:
    folder = os.environ.get("BACKSTORY_DUMPS")
    if not folder:
        pytest.skip("BACKSTORY_DUMPS does not name the folder of the two articles")
    return next(Path(folder).glob(f"{name}_*.txt")).read_text(encoding="utf-8")


def _values(name: str, published: str) -> list[str | None]:
    text = _text(name)
    end = next(_END.finditer(text)).start()
    starts = [match.start() for match in _HEADING.finditer(text, 0, end)]
    parts = [Part(PartKind.BODY, 0, starts[0] if starts else end)]
    parts += [Part(PartKind.TIMELINE, one, other) for one, other in zip(starts, [*starts[1:], end], strict=False)]
    parts.append(Part(PartKind.COMMENT, end, len(text)))
    spans = find_dates(text, parts, edtf.parse(published))
    return [span.when.edtf if span.when else None for span in spans if span.start < end]


def test_the_article_of_2009() -> None:
    assert _values("003", "2009-07-10") == _OF_2009.split()


def test_the_article_of_2007() -> None:
    assert _values("000", "2007-10-14~") == _OF_2007.split()
