"""What the program promises of dates: EDTF values, their precision, and nothing the text does not support."""

import warnings
from pathlib import Path
from typing import Any

import pytest
from process import Program

PRECISIONS = {"day", "month", "season", "year", "part", "decade", "interval", "unknown"}

PROSE = """\
Dates of many kinds

Karl Weber met Mahmud Farhadi on January 26, 2007. In January 2007 Karl Weber left Mosul. Karl Weber came back in
spring 2008. In 2007 Mahmud Farhadi moved to Basra. Around December 2006 Mahmud Farhadi was captured.

From March 2007 to July 2008 Karl Weber ruled Basra. The bridge fell before August 23, 2007. Since October 2006
Karl Weber has lived in Mosul. In early 2007 Karl Weber fled.
In mid-2005 he stayed. In late 2004 he went. In early May 2008 Mahmud Farhadi
fled. In mid-May 2007 he stayed. In late May 2006 he went. In the 1990s Karl Weber studied in Basra. Some time ago
they fought.
"""

VALUES = {
    "January 26, 2007": ("2007-01-26", "day"),
    "January 2007": ("2007-01", "month"),
    "spring 2008": ("2008-21", "season"),
    "2007": ("2007", "year"),
    "December 2006": ("2006-12~", "month"),
    "March 2007 to July 2008": ("2007-03/2008-07", "interval"),
    "August 23, 2007": ("../2007-08-23", "interval"),
    "October 2006": ("2006-10/..", "interval"),
    "early 2007": ("2007-01~/2007-04~", "part"),
    "mid-2005": ("2005-05~/2005-08~", "part"),
    "late 2004": ("2004-09~/2004-12~", "part"),
    "early May 2008": ("2008-05-01~/2008-05-10~", "part"),
    "mid-May 2007": ("2007-05-11~/2007-05-20~", "part"),
    "late May 2006": ("2006-05-21~/2006-05-31~", "part"),
    "the 1990s": ("199X", "decade"),
}
"""What stands in the prose, with the value and the precision the contract gives it."""


@pytest.fixture(scope="session")
def dated(asked: Program, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("dated")
    (folder / "a.txt").write_text(PROSE)
    document = asked("timeline", folder, "--format", "json").json
    found = {" ".join(date["text"].split()): date for date in document["dates"]}
    assert {event["precision"] for event in document["events"]} <= PRECISIONS
    return found


@pytest.mark.parametrize("words", VALUES)
def test_a_date_has_the_value_and_precision_promised(dated: dict[str, dict[str, Any]], words: str) -> None:
    date = dated[words]
    assert (date["value"], date["precision"]) == VALUES[words]
    assert date["approximate"] is ("~" in VALUES[words][0])


def test_every_value_is_edtf_to_a_validator_that_is_not_ours(dated: dict[str, dict[str, Any]]) -> None:
    pytest.importorskip("edtf_validate", reason="edtf-validate, which the values are held against, is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own, of names it uses
        from edtf_validate.valid_edtf import is_valid  # type: ignore[import-untyped]

    assert len(dated) >= len(VALUES)
    for date in dated.values():
        assert date["value"] is None or is_valid(date["value"]), date


def test_what_the_text_does_not_support_is_null_or_not_there(program: Program, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("A title\n\nKarl Weber left on Monday. In March he came back.\n")
    document = program("timeline", tmp_path / "in", "--format", "json").json
    assert document["events"] == []
    assert document["dates"]
    assert {(date["value"], date["precision"], date["approximate"]) for date in document["dates"]} == {
        (None, "unknown", False)
    }


@pytest.mark.parametrize(
    "value",
    ["2007-01-26", "2007-01", "2008-21", "2008-24", "2007", "2007-08-XX", "2006-12~", "2007-03/2008-07",
     "../2007-08-23", "2006-10/..", "199X", "2007-01~/2007-04~"],
)  # fmt: skip
def test_every_form_is_taken_where_a_date_may_be_given(program: Program, tmp_path: Path, value: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Karl Weber left Basra in May 1875. He returned to Basra in May 2075.\n")
    (tmp_path / "in" / "corpus.toml").write_text(f'[[article]]\npath = "a.txt"\npublished = "{value}"\n')
    listed = program("list", tmp_path / "in", "--format", "json").json["articles"]
    assert listed[0]["published"] == value
    since = program("timeline", tmp_path / "in", "--from", value, "--format", "json")
    assert "2075-05" in {event["date"] for event in since.json["events"]}
    until = program("timeline", tmp_path / "in", "--to", value, "--format", "json")
    assert "1875-05" in {event["date"] for event in until.json["events"]}


def test_a_numeric_date_keeps_both_readings_until_its_order_is_known(program: Program, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("A title\n\nKarl Weber left Basra on 03/04/2007.\n")
    values = {}
    for order in ("", "mdy", "dmy"):
        (tmp_path / "in" / "corpus.toml").write_text(f'[corpus]\ndate_order = "{order}"\n' if order else "")
        found = program("timeline", tmp_path / "in", "--format", "json").json["dates"]
        values[order] = found[0]["value"]
    assert values == {"": "[2007-03-04,2007-04-03]", "mdy": "2007-03-04", "dmy": "2007-04-03"}
