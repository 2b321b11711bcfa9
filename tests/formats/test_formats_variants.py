"""Facts in the less usual ways that people and programs write them: each is found all the same."""

import json

import pytest

from tui.formats import read_document

WORDS = "The harbour was closed on Tuesday."


def facts(data: str, name: str) -> tuple[str, str, str]:
    """Title, day and author of a file."""
    document = read_document(data.encode(), name)
    assert WORDS in document.text
    return document.title, document.published.edtf if document.published else "", document.byline


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("---\ntitle: T\ndate: 20190304\nbyline: By Ines Vole\n---\n", ("T", "2019-03-04", "Ines Vole")),
        ("---\ntitle: T\nauthor: By and By\n---\n", ("T", "", "By and By")),
        (';;;\n{"title": "T", "date": "2019-03-04"}\n;;;\n', ("T", "2019-03-04", "")),
    ],
)
def test_front_matter(head: str, found: tuple[str, str, str]) -> None:
    assert facts(f"{head}\n{WORDS}\n", "a.md") == found


@pytest.mark.parametrize(
    "sender",
    [
        "ines at x.example (Ines Vole)",
        "i@x.example (Ines Vole)",
        "Ines Vole <i@x.example>",
        "i@x (=?utf-8?q?Ines_Vole?=)",
    ],
)
def test_senders(sender: str) -> None:
    head = f"From: {sender}\nSubject: T\nDate: Mon, 4 Mar 2019 10:00:00 +0000\n"
    assert facts(f"{head}\n{WORDS}\n", "a.eml") == ("T", "2019-03-04", "Ines Vole")


@pytest.mark.parametrize(
    "record",
    [
        {
            "headline": {"main": "T"},
            "pub_date": "2019-03-04",
            "lead_paragraph": WORDS,
            "byline": {"original": "By Ines Vole"},
        },
        {"name": "T", "timestamp": 1551700000000, "article": WORDS, "authors": ["Ines Vole"]},
    ],
)
def test_records(record: dict[str, object]) -> None:
    assert facts(json.dumps(record), "a.jsonl#1") == ("T", "2019-03-04", "Ines Vole")
