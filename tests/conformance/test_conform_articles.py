"""What the program promises of articles, their one text, and every offset into it."""

import os
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from process import Program
from shelf_texts import RAID

PARTS = {"title", "body", "timeline", "comment", "footer"}


def shown(asked: Program, shelf: Path, ident: str) -> dict[str, Any]:
    return asked.once("show", ident, "--in", shelf, "--format", "json").json


def test_an_id_is_the_path_in_the_collection_with_slashes(asked: Program, shelf: Path) -> None:
    listed = asked.once("list", shelf, "--format", "json").json
    assert {article["id"] for article in listed["articles"]} == {"2008/letter.md", "page.html", "raid.txt"}


def test_with_several_roots_an_id_begins_with_the_name_of_its_root(
    program: Program, shelf: Path, tmp_path: Path
) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "x.txt").write_text("Words.\n")
    listed = program("list", "--in", shelf, "--in", tmp_path / "more", "--format", "json").json
    assert {"raids/raid.txt", "more/x.txt"} <= {article["id"] for article in listed["articles"]}


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_the_text_of_a_plain_file_is_all_of_it_with_one_kind_of_line_end(
    program: Program, tmp_path: Path, ends: str
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(RAID.replace("\n", ends).encode())
    assert program("show", "a.txt", "--in", tmp_path / "in", "--format", "json").json["text"] == RAID


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_plain_file_is_decoded_whatever_its_code(program: Program, tmp_path: Path, code: str) -> None:
    text = "“Müller” came.\n\nHe said: “Où est-il, près de l’été?”\n" * 3
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(text.encode(code))
    assert program("show", "a.txt", "--in", tmp_path / "in", "--format", "json").json["text"] == text


def test_of_markdown_and_pages_the_text_is_what_was_extracted(asked: Program, shelf: Path) -> None:
    letter = shown(asked, shelf, "2008/letter.md")["text"]
    assert "The rebel Mahmud Farhadi was captured" in letter
    assert "author:" not in letter
    page = shown(asked, shelf, "page.html")["text"]
    assert "Karl Weber died in Basra" in page
    assert "<" not in page


@pytest.mark.parametrize("ident", ["raid.txt", "2008/letter.md", "page.html"])
def test_show_prints_the_very_text_offsets_count_in(asked: Program, shelf: Path, ident: str) -> None:
    text = shown(asked, shelf, ident)["text"]
    assert asked.once("show", ident, "--in", shelf).out == (text if text.endswith("\n") else text + "\n")


def test_every_printed_offset_counts_code_points_of_that_text(asked: Program, shelf: Path) -> None:
    texts = {ident: shown(asked, shelf, ident)["text"] for ident in ("raid.txt", "2008/letter.md", "page.html")}
    said: list[tuple[str, int, int, str]] = []
    for ident in texts:
        document = shown(asked, shelf, ident)
        said += [(ident, one["start"], one["end"], one["text"]) for one in (*document["mentions"], *document["dates"])]
    timeline = asked.once("timeline", shelf, "--format", "json").json
    said += [(one["article"], one["start"], one["end"], one["text"]) for one in timeline["dates"]]
    for entity in asked.once("entities", shelf, "--format", "json").json["entities"]:
        said += [(one["article"], one["start"], one["end"], one["text"]) for one in entity["mentions"]]
        assert len(entity["mentions"]) == entity["count"]
    hits = asked.once("search", "weber", "--in", shelf, "--format", "json").json["hits"]
    said += [(one["article"], one["start"], one["end"], one["match"]) for one in hits]
    assert len(said) > 40
    assert {ident for ident, *_ in said} == set(texts)
    for ident, start, end, words in said:
        assert texts[ident][start:end] == words
    for event in timeline["events"]:
        assert 0 <= event["start"] < event["end"] <= len(texts[event["article"]])
    for result in asked.once("jump", "weber", "--in", shelf, "--format", "json").json["results"]:
        assert result["article"] is None or 0 <= result["start"] <= len(texts[result["article"]])


def test_parts_are_of_five_kinds_and_a_comment_says_by_whom(asked: Program, shelf: Path) -> None:
    document = shown(asked, shelf, "raid.txt")
    text, parts = document["text"], document["parts"]
    assert {part["kind"] for part in parts} == PARTS
    by_kind = {part["kind"]: text[part["start"] : part["end"]] for part in parts}
    assert by_kind["title"].strip() == "Raid in the north 𝄞"
    assert "March 2007: Karl Weber" in by_kind["timeline"]
    assert "Otto Grimm" in by_kind["comment"]
    assert "Posted in Iraq" in by_kind["footer"]
    assert [part["by"] for part in parts if part["kind"] == "comment"] == ["Winger"]
    ends = [(part["start"], part["end"]) for part in parts]
    assert all(start < end for start, end in ends)
    assert all(one[1] <= two[0] for one, two in pairwise(ends))


def test_names_and_dates_in_comments_and_footers_make_no_entities_and_no_events(asked: Program, shelf: Path) -> None:
    names = {entity["name"] for entity in asked.once("entities", shelf, "--format", "json").json["entities"]}
    assert not {name for name in names if "Grimm" in name or "Vienna" in name}
    comment = next(part for part in shown(asked, shelf, "raid.txt")["parts"] if part["kind"] == "comment")
    for event in asked.once("timeline", shelf, "--format", "json").json["events"]:
        assert event["article"] != "raid.txt" or not comment["start"] <= event["start"] < comment["end"]


def test_they_may_add_mentions_that_say_where_they_stand(asked: Program, shelf: Path) -> None:
    entities = asked.once("entities", shelf, "--format", "json").json["entities"]
    farhadi = next(entity for entity in entities if entity["name"] == "Mahmud Farhadi")
    parts = {mention["part"] for mention in farhadi["mentions"] if mention["article"] == "raid.txt"}
    assert parts == {"body", "comment"}


def snapshot(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file and folder with its mode, time of change and content."""
    return {
        str(path): (path.stat().st_mode, path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in [folder, *sorted(folder.rglob("*"))]
    }


def test_a_collection_is_never_written_to(program: Program, shelf: Path) -> None:
    before = snapshot(shelf)
    quote = "captured in Irbil"
    for command in (
        ("list",), ("timeline",), ("entities",), ("conflicts",), ("index", "--full"), ("search", "weber"),
        ("jump", "weber"), ("show", "raid.txt"), ("entity", "Karl Weber"), ("notes", "list"), ("notes", "check"),
        ("notes", "add", "--on", "raid.txt", "--quote", quote, "--text", "x"), ("notes", "export"),
    ):  # fmt: skip
        assert program(*command, "--in", shelf).code in (0, 1), command
        assert program(*command, "--in", shelf, "--format", "csv", "-o", shelf / "raid.txt").code == 2, command
    assert snapshot(shelf) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_collection_that_cannot_be_written_to_is_read_all_the_same(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / "a.txt").write_text(RAID)
    folder.chmod(0o500)
    try:
        assert program("timeline", folder).code == 0
    finally:
        folder.chmod(0o700)
