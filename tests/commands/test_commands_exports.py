"""The timeline and the entities in the formats of other programs, read back by readers that are not ours."""

import html.parser
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tui.__main__ import main

ARTICLE = """\
Raid <b>in</b> the north & beyond

Mahmud Farhadi met General Karl Weber in Baghdad in May 2007; they spoke of "terms", and, more. Mahmud Farhadi was
captured on June 3, 2007. By 2008 Karl Weber had left \x1b]0;x\x07 Iraq.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "a.txt").write_text(ARTICLE)
    (home / "b.txt").write_text(
        "Another account\n\nMahmud Farhadi was captured on June 3, 2007. It was “foggy” – übel.\n"
    )
    return home


def printed(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


def test_a_calendar_reads_the_timeline(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    icalendar = pytest.importorskip("icalendar", reason="icalendar, the reader this is held against, is not installed")
    calendar = icalendar.Calendar.from_ical(printed(capsys, "timeline", folder, "--format", "ics"))
    events = {str(event["summary"]): event for event in calendar.walk("VEVENT")}
    captured = next(event for name, event in events.items() if "captured" in name)
    assert captured.decoded("dtstart").isoformat() == "2007-06-03"
    assert captured.decoded("dtend").isoformat() == "2007-06-04"
    assert "Another account" in str(captured["description"])
    met = next(event for name, event in events.items() if "met" in name)
    assert met.decoded("dtstart").isoformat() == "2007-05-01"
    assert met.decoded("dtend").isoformat() == "2007-06-01"
    assert 'spoke of "terms", and, more' in str(met["description"])


def test_lines_of_a_calendar_are_folded_as_the_standard_has_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(capsys, "timeline", folder, "--format", "ics").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_timelinejs_gets_its_dates_as_far_as_they_are_known(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slides = json.loads(printed(capsys, "timeline", folder, "--format", "timelinejs"))["events"]
    starts = [{key: value for key, value in slide["start_date"].items() if key != "display_date"} for slide in slides]
    assert {"year": "2007", "month": "5"} in starts
    assert {"year": "2007", "month": "6", "day": "3"} in starts
    assert all(slide["text"]["headline"] and "<b>" not in slide["text"]["text"] for slide in slides)


_SLIDE = {"start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink", "unique_id"}
_DATE = {"year", "month", "day", "hour", "minute", "second", "millisecond", "display_date"}


def when(date: dict[str, str]) -> tuple[int, ...]:
    assert set(date) <= _DATE
    assert "month" in date or "day" not in date
    parts = tuple(int(date[part]) for part in ("year", "month", "day") if part in date)
    assert parts[1:] == () or 1 <= parts[1] <= 12
    return parts


def test_every_slide_has_only_what_the_format_of_timelinejs_knows(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "c.txt").write_text(
        "Long ago\n\nIrbil fell in 500 BC. It was built from March 2003 to 5 May 2004. Since 1990 it grew.\n\n"
        "Before 1812 it burned. In the 1930s Karl Weber left. In early 2007 he came back, in 12007 nobody will.\n"
    )
    document = json.loads(printed(capsys, "timeline", folder, "--format", "timelinejs"))
    slides = document["events"]
    assert len(slides) > 6
    assert set(document) <= {"title", "events", "eras", "scale"}
    assert len({slide["unique_id"] for slide in slides}) == len(slides)
    for slide in slides:
        assert {"start_date", "text"} <= set(slide) <= _SLIDE
        assert when(slide.get("end_date", slide["start_date"])) >= when(slide["start_date"])


def test_what_no_calendar_can_hold_is_left_out_with_a_word(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "c.txt").write_text("Long ago\n\nIrbil fell in 500 BC. Karl Weber came in 2007.\n")
    assert main(["timeline", str(folder), "--article", "c.txt", "--format", "ics"]) == 0
    out, err = capsys.readouterr()
    assert out.count("BEGIN:VEVENT") == 1
    assert err.startswith("backstory: 1 event of no year from 1 to 9999 left out")
    assert main(["timeline", str(folder), "--article", "c.txt", "--format", "ics", "-q"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "command",
    [("timeline", "--from", "2999", "--format", one) for one in ("ics", "timelinejs", "html")]
    + [("entities", "--min", "99", "--format", "graphml")],
)
def test_an_export_of_nothing_says_so_and_ends_with_1(
    folder: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    assert main([command[0], str(folder), *command[1:]]) == 1
    assert capsys.readouterr().err.startswith("backstory: no e")


class Page(html.parser.HTMLParser):
    """Collects tags and words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name in ("src", "onclick") or name.startswith("on") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_loads_and_runs_nothing_and_says_everything(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "timeline", folder, "--format", "html")
    page = Page()
    page.feed(text)
    assert not {"script", "link", "img", "iframe", "b"} & set(page.tags)
    assert page.tags.count("time") >= 3
    for said in ("2007", "3 Jun 2007", "Raid <b>in</b> the north & beyond", "Another account"):
        assert said in page.words, said
    assert "\x1b" not in text


def test_a_graph_program_reads_the_entities(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = ET.fromstring(printed(capsys, "entities", folder, "--format", "graphml"))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    names = {
        node.get("id"): node.findtext("g:data[@key='name']", "", space) for node in tree.iterfind(".//g:node", space)
    }
    edges = {
        frozenset({names[edge.get("source")], names[edge.get("target")]}): edge.findtext("g:data", "", space)
        for edge in tree.iterfind(".//g:edge", space)
    }
    assert {"Mahmud Farhadi", "Karl Weber", "Baghdad"} <= set(names.values())
    assert edges[frozenset({"Mahmud Farhadi", "Karl Weber"})] == "1"


def test_networkx_reads_the_same_graph(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    networkx = pytest.importorskip("networkx", reason="networkx, the reader this is held against, is not installed")
    graph = networkx.parse_graphml(printed(capsys, "entities", folder, "--format", "graphml"))
    assert "Baghdad" in {data["name"] for _, data in graph.nodes(data=True)}


def test_an_export_goes_into_a_file(folder: Path, tmp_path: Path) -> None:
    assert main(["timeline", str(folder), "--format", "html", "-o", str(tmp_path / "t.html")]) == 0
    assert (tmp_path / "t.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_suggestions_are_not_passed_over_for_a_graph_without_a_word(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["entities", str(folder), "--suggestions", "--format", "graphml"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "--suggestions" in told.err
