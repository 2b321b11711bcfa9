"""`backstory notes check` and `locate`: the truth about every anchor, for people and for scripts."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tui.__main__ import main

ARTICLE = (
    "Raid in the north\n\nMahmud Farhadi was captured in May 2007 near the old bridge. The men were flown south.\n\n"
    "Karl Weber met him in 2006, as he told the commission a year later in a closed session.\n"
)
OTHER = "The salt road\n\nCaravans crossed the flats in May 1911 and again the year after, laden with salt and dates.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "a.txt").write_text(ARTICLE)
    (home / "b.txt").write_text(OTHER)
    return home


@pytest.fixture
def notes(capsys: pytest.CaptureFixture[str], folder: Path) -> Any:
    def run(*arguments: str, code: int = 0) -> Any:
        assert main(["notes", *arguments, "--in", str(folder), "--format", "json", "-q"]) == code
        return json.loads(capsys.readouterr().out)

    return run


def states(document: Any) -> list[tuple[str, str, Any]]:
    return [(note["quote"] or "", note["anchor"], note["start"]) for note in document["notes"]]


def test_unchanged_articles_are_in_good_health(notes: Any) -> None:
    notes("add", "--on", "a.txt", "--quote", "near the old bridge", "--text", "x")
    checked = notes("check")
    assert states(checked) == [("near the old bridge", "exact", ARTICLE.index("near the old"))]
    assert checked["counts"] == {"exact": 1, "moved": 0, "unsure": 0, "orphan": 0}


def test_a_lost_passage_is_an_orphan_without_a_place_and_fails_the_check(notes: Any, folder: Path) -> None:
    notes("add", "--on", "a.txt", "--quote", "The men were flown south.", "--text", "x")
    (folder / "a.txt").write_text(ARTICLE.replace(" The men were flown south.", ""))
    checked = notes("check", code=1)
    assert [(note["anchor"], note["start"], note["end"]) for note in checked["notes"]] == [("orphan", None, None)]
    assert checked["notes"][0]["why"]


def test_a_renamed_file_is_found_by_its_text(notes: Any, folder: Path) -> None:
    notes("add", "--on", "a.txt", "--quote", "near the old bridge", "--text", "x")
    (folder / "a.txt").rename(folder / "2007-05 raid.txt")
    note = notes("check")["notes"][0]
    assert (note["anchor"], note["article"]) == ("moved", "2007-05 raid.txt")
    assert ARTICLE[note["start"] : note["end"]] == "near the old bridge"


def test_a_renamed_and_edited_file_is_found_by_its_title(notes: Any, folder: Path) -> None:
    notes("add", "--on", "a.txt", "--quote", "near the old bridge", "--text", "x")
    (folder / "a.txt").unlink()
    edited = ARTICLE.replace("Mahmud", "In the end, Mahmud").replace("flown", "driven")
    (folder / "raid.txt").write_text(edited)
    note = notes("check")["notes"][0]
    assert (note["anchor"], note["article"]) == ("moved", "raid.txt")
    assert edited[note["start"] : note["end"]] == "near the old bridge"


def test_a_note_on_an_article_that_is_gone_is_an_orphan(notes: Any, folder: Path) -> None:
    notes("add", "--on", "a.txt", "--text", "x")
    (folder / "a.txt").unlink()
    assert notes("check", code=1)["notes"][0]["anchor"] == "orphan"


def test_people_are_told_how_many_and_why(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for quote in ("The men were flown south.", "near the old bridge"):
        assert main(["notes", "add", "--in", str(folder), "--on", "a.txt", "--quote", quote, "--text", "x"]) == 0
    (folder / "a.txt").write_text(ARTICLE.replace(" The men were flown south.", ""))
    capsys.readouterr()
    assert main(["notes", "check", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert "the passage is gone" in out
    assert "1 exact, 1 orphan" in err


def located(*lines: str, code: int = 0) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "notes", "locate"],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done.stdout, done.stderr


def test_locate_answers_line_by_line_in_the_words_of_the_contract() -> None:
    at = ARTICLE.index("near the old bridge")
    edited = ARTICLE.replace("Mahmud", "In the end, Mahmud")
    asked = {"text": edited, "quote": "near the old bridge", "prefix": "was captured in May 2007 ",
             "suffix": ". The men were flown south.", "start": at, "end": at + 19}  # fmt: skip
    alone = {"text": ARTICLE, "quote": "Karl Weber met him in 2006"}
    gone = {"text": OTHER, "quote": "near the old bridge", "prefix": None, "suffix": "", "start": None}
    out, _ = located(*(json.dumps(line) for line in (asked, alone)), "", json.dumps(gone))
    answers = [json.loads(line) for line in out.splitlines()]
    moved, weber = at + len("In the end, "), ARTICLE.index("Karl Weber")
    assert answers[0] == {"anchor": "moved", "start": moved, "end": moved + 19}
    assert (answers[1]["start"], answers[1]["end"]) == (weber, weber + 26)
    assert answers[2] == {"anchor": "orphan", "start": None, "end": None}
    assert all(list(answer) == ["anchor", "start", "end"] for answer in answers)


def test_locate_says_that_a_file_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", "locate", "/nowhere/lines.jsonl"]) == 3
    assert "no such file" in capsys.readouterr().err


@pytest.mark.parametrize("line", ["{", "[]", "7", '{"text": "x"}', '{"text": 1, "quote": "x"}',
                                  '{"text": "x", "quote": "x", "start": "0"}', "[" * 100_000])  # fmt: skip
def test_locate_names_the_line_it_does_not_understand(line: str) -> None:
    out, err = located(json.dumps({"text": ARTICLE, "quote": "near the old bridge"}), line, code=2)
    assert len(out.splitlines()) == 1
    assert "Line 2 is not what is wanted" in err
