"""`backstory conflicts` and the conflicts of `timeline`, as a script sees them."""

import csv
import io
import json
from pathlib import Path

import pytest

from tui import paths
from tui.__main__ import main
from tui.corpus.build import build, scan
from tui.notes.corrections import Corrections
from tui.reader.verdicts import verdict_on

DEATH = "Rival papers\n\nGeneral Otto Brandt was killed near Verden on 4 May 1921.\n"
CAPTURE = "Late news\n\nPolice officers captured General Otto Brandt in a barn in July 1921. The town was calm.\n"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(DEATH)
    (folder / "b.txt").write_text(CAPTURE)
    return folder


def test_both_sentences_are_quoted(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conflicts", str(papers), "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert (found["kind"], found["fact"]) == ("hard", "fate")
    assert found["reason"] == "killed 4 May 1921, but captured Jul 1921"
    assert [source["sentence"] for source in found["sources"]] == [
        "General Otto Brandt was killed near Verden on 4 May 1921.",
        "Police officers captured General Otto Brandt in a barn in July 1921.",
    ]


def test_the_timeline_names_its_conflicts_by_the_ids_of_its_events(
    papers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["timeline", str(papers), "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    (found,) = document["conflicts"]
    assert {"kind", "fact", "events", "reason"} <= found.keys()
    assert found["events"] == [event["id"] for event in document["events"]]
    assert main(["timeline", str(papers), "--format", "json", "--to", "1920"]) == 1
    assert json.loads(capsys.readouterr().out)["conflicts"] == []


@pytest.mark.parametrize("style", ["table", "jsonl", "csv", "md"])
def test_every_format_holds_both_sides(papers: Path, style: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conflicts", str(papers), "--format", style]) == 0
    out = capsys.readouterr().out
    assert "near Verden" in out
    assert "in a barn" in out
    if style == "csv":
        (row,) = csv.DictReader(io.StringIO(out))
        assert (row["date"], row["other date"]) == ("1921-05-04", "1921-07")


def test_a_collection_that_agrees_with_itself_ends_with_1(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (papers / "b.txt").unlink()
    assert main(["conflicts", "--in", str(papers), "--format", "json"]) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["conflicts"] == []
    assert "contradict" in told.err


def test_a_terminal_is_told_in_words(
    papers: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["conflicts", str(papers)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("hard conflict of fate: Otto Brandt killed 4 May 1921, but captured Jul 1921\n")
    assert "  Jul 1921, b.txt:" in out


def test_what_the_reader_dismissed_is_left_out_unless_all_are_asked_for(
    papers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = build(scan([papers]))
    (conflict,) = corpus.conflicts
    Corrections.open(paths.data()).add(verdict_on(corpus, conflict, "dismissed"))
    assert main(["conflicts", str(papers), "--format", "json"]) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["conflicts"] == []
    assert "1 more was dismissed" in told.err
    assert main(["conflicts", str(papers), "--all", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert found["verdict"] == "dismissed"
    assert main(["timeline", str(papers), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["conflicts"] == []
