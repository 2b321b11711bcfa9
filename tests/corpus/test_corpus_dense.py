"""A text of nothing but dates or names is read up to a limit, and what is left out is said."""

from pathlib import Path

import pytest

from tui.corpus.build import build, scan
from tui.dates import dense as dates
from tui.names import dense as names

DATED = "It rained on 3 May 2007 and on 4 May 2007 in Basra and in Mosul. It rained on 5 May 2007 in Kirkuk.\n"


def problems(folder: Path) -> tuple[str, ...]:
    (folder / "log.txt").write_text(DATED)
    return build(scan([folder])).facts.problems


def test_an_ordinary_article_keeps_all_its_dates_and_names(tmp_path: Path) -> None:
    assert dates.most_dates(100) == 10_000
    assert dates.most_dates(32_000_000) == 640_000
    assert names.most_names(100) == 20_000
    assert problems(tmp_path) == ()


def test_dates_beyond_the_limit_are_left_out_and_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "FEWEST", 2)
    (said,) = problems(tmp_path)
    assert said == "log.txt: more than 2 dates in it, and only these are on the timeline."
    corpus = build(scan([tmp_path]))
    assert [span.when.edtf for span in corpus.dates(0) if span.when] == ["2007-05-03", "2007-05-04"]


def test_new_names_beyond_the_limit_are_left_out_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "FEWEST", 2)
    monkeypatch.setattr(names, "APART", 1_000)
    (said,) = problems(tmp_path)
    assert said == "log.txt: more than 2 names in it, and what is first named after these is not known."
    assert {entity.name for entity in build(scan([tmp_path])).entities} == {"Basra", "Mosul"}
