"""What the program promises of corpus.toml and of the facts of an article: who says them, and who goes first."""

import os
from pathlib import Path
from typing import Any

import pytest
from process import Program, Ran

PROSE = "A plain title\n\nMahmud Farhadi met Karl Weber on 03/04/2007.\n\n  • Winger says:\n\n    I saw Karl Weber.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text(PROSE)
    return made


def listed(program: Program, folder: Path, manifest: str = "") -> tuple[dict[str, Any], Ran]:
    if manifest:
        (folder / "corpus.toml").write_text(manifest, encoding="utf-8")
    ran = program("list", folder, "--format", "json")
    return ran.json["articles"][0], ran


def test_facts_of_a_file_are_taken(program: Program, folder: Path) -> None:
    listed(
        program, folder, '[[article]]\npath = "a.txt"\ntitle = "T"\nbyline = "B"\nsource = "S"\nurl = "https://x.org"\n'
    )
    shown = program("show", "a.txt", "--in", folder, "--format", "json").json
    assert (shown["title"], shown["byline"], shown["source"], shown["url"]) == ("T", "B", "S", "https://x.org")


@pytest.mark.parametrize(
    ("value", "published"), [('"2007-10-14~"', "2007-10-14~"), ("2007-10-14", "2007-10-14"), ("2007", "2007")]
)
def test_the_day_of_publication_is_edtf_or_a_date_or_a_year(
    program: Program, folder: Path, value: str, published: str
) -> None:
    assert listed(program, folder, f'[[article]]\npath = "a.txt"\npublished = {value}\n')[0]["published"] == published


def test_an_entity_of_a_team_is_known_with_its_kind_spellings_and_line(program: Program, folder: Path) -> None:
    (folder / "corpus.toml").write_text(
        '[[entity]]\nname = "Karl Weber"\nkind = "organisation"\naliases = ["Mahmud Farhadi"]\nabout = "two in one"\n'
    )
    dossier = program("entity", "Mahmud Farhadi", "--in", folder, "--format", "json").json["entity"]
    assert (dossier["name"], dossier["type"], dossier["about"]) == ("Karl Weber", "organisation", "two in one")
    assert dossier["count"] == 3


@pytest.mark.parametrize("said", ["", "separate", "include", "drop"])
def test_comments_are_told_apart_or_included_or_dropped(program: Program, folder: Path, said: str) -> None:
    text = PROSE + "\n    Otto Grimm was captured in Vienna on July 9, 1999. Otto Grimm had met Karl Weber.\n"
    (folder / "a.txt").write_text(text)
    if said:
        (folder / "corpus.toml").write_text(f'[corpus]\ncomments = "{said}"\n')
    shown = program("show", "a.txt", "--in", folder, "--format", "json").json
    assert shown["text"] == text
    assert {part["kind"] for part in shown["parts"]} == {"title", "body", "comment"}
    in_comment = {mention["entity"] for mention in shown["mentions"] if mention["part"] == "comment"}
    assert ("Karl Weber" in in_comment) is (said != "drop")
    assert ("Otto Grimm" in in_comment) is (said == "include")
    dates = {event["date"] for event in program("timeline", folder, "--format", "json").json["events"]}
    assert ("1999-07-09" in dates) is (said == "include")


def test_unknown_keys_are_reported_once_and_stop_nothing(program: Program, folder: Path) -> None:
    found, ran = listed(
        program, folder, '[corpus]\ntitle = "T"\nmood = "grey"\n[[article]]\npath = "a.txt"\nsmell = 1\n'
    )
    assert found["id"] == "a.txt"
    assert ran.err.count("mood") == 1
    assert ran.err.count("smell") == 1


def test_a_broken_file_is_named_with_line_and_column_and_the_collection_opens(program: Program, folder: Path) -> None:
    found, ran = listed(program, folder, '[corpus]\ntitle = "T"\n[[article\n')
    assert (found["id"], ran.code) == ("a.txt", 0)
    assert "corpus.toml, line 3, column 10" in ran.err


def test_it_is_read_and_never_written(program: Program, folder: Path) -> None:
    manifest = '[corpus]\ntitle = "T"   # mine\nmood = "grey"\n'
    listed(program, folder, manifest)
    program("index", folder, "--full")
    assert (folder / "corpus.toml").read_text() == manifest


def test_the_order_is_manifest_then_own_metadata_then_file_name_then_byline_then_text(
    program: Program, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    byline, words = "By Ada Vance\nMarch 5, 2005\n\n", "It happened on June 7, 2004, and later in May 2003.\n"
    front = "---\ntitle: T\ndate: 2007-07-07\n---\n"
    (folder / "2006-06-06-named.md").write_text(f"# A title\n\n{byline}{words}")
    (folder / "2006-06-06-fronted.md").write_text(f"{front}{byline}{words}")
    (folder / "2006-06-06-told.md").write_text(f"{front}{byline}{words}")
    (folder / "bylined.txt").write_text(f"A title\n\n{byline}{words}")
    (folder / "bare.txt").write_text(f"A title\n\n{words}")
    (folder / "corpus.toml").write_text('[[article]]\npath = "2006-06-06-told.md"\npublished = "2008-08-08"\n')
    articles = program("list", folder, "--format", "json").json["articles"]
    found = {article["id"]: article["published"] for article in articles}
    assert found["2006-06-06-told.md"] == "2008-08-08"
    assert found["2006-06-06-fronted.md"] == "2007-07-07"
    assert found["2006-06-06-named.md"] == "2006-06-06"
    assert found["bylined.txt"] == "2005-03-05"
    origins = {article["id"]: article["published_from"] for article in articles}
    assert found["bare.txt"] is None or origins["bare.txt"] == "text"


def test_the_time_a_file_was_changed_says_nothing(program: Program, folder: Path) -> None:
    (folder / "a.txt").write_text("A title\n\nNothing here has a date.\n")
    os.utime(folder / "a.txt", (1_000_000_000, 1_000_000_000))
    assert listed(program, folder)[0]["published"] is None
