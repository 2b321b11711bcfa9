"""The readers of all formats against torn files: whatever the bytes, they give a document or a reason, and soon.

Seconds of it run with all tests; BACKSTORY_FUZZ=600 in the environment goes on for ten minutes.
"""

import gzip
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import hostile_markup
import hostile_packed
import hostile_size
import hostile_texts
import pytest

from tui.corpus.article import Given
from tui.corpus.bundles import load_within, unfold
from tui.corpus.errors import FAULTS
from tui.corpus.files import File, list_files
from tui.corpus.onefile import Task, read_file
from tui.formats import READERS, Unreadable, read_document
from tui.formats.html import body
from tui.formats.html.page import read_page
from tui.model import Skipped
from tui.toml import loads

BUDGET = float(os.environ.get("BACKSTORY_FUZZ", "2"))
"""Seconds of tearing."""

TINY = hostile_size.Size(2_000, 500, 400, 60)
"""Small enough that hundreds are torn in a second."""


def torn(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A file with some of it lost, doubled, changed or put together with another."""
    cut = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    piece = data[cut[0] : cut[1]]
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: data[: cut[0]] + data[cut[1] :],
        lambda: data[: cut[1]] + piece * chance.randrange(1, 9) + data[cut[1] :],
        lambda: data[: cut[0]] + chance.randbytes(chance.randrange(1, 9)) + data[cut[1] :],
        lambda: data[: cut[0]] + other[: chance.randrange(len(other) + 1)] + data[cut[0] :],
        lambda: data[: cut[0]] + bytes(byte ^ 1 << chance.randrange(8) for byte in piece[:3]) + data[cut[0] + 3 :],
        lambda: data[: cut[0]],
    )
    return chance.choice(ways)()


def test_a_torn_file_is_read_or_named() -> None:
    chance = random.Random(int(os.environ.get("BACKSTORY_SEED", "7")))
    kinds: dict[str, list[bytes]] = {}
    for family in (hostile_texts, hostile_markup, hostile_packed):
        for name, data in family.samples(TINY):
            if len(data) <= 20_000:
                kinds.setdefault(Path(name).suffix, []).append(data)
    assert kinds.keys() >= READERS.keys() - {".text", ".htm", ".markdown", ".ndjson"}
    end = time.monotonic() + BUDGET
    faults: list[tuple[str, str, bytes]] = []
    tried = unsaid = 0
    while time.monotonic() < end and not faults:
        suffix = chance.choice(sorted(kinds))
        data = torn(chance, chance.choice(kinds[suffix]), chance.choice(kinds[suffix]))
        name = f"a{suffix}#1" if suffix in (".jsonl", ".mbox") else f"a{suffix}"
        tried += 1
        try:
            document = read_document(data, name)
        except Unreadable as error:
            unsaid += not error.reason
            continue
        except FAULTS as error:
            faults.append((suffix, repr(error), data))
            continue
        assert all(0 <= shape.start < shape.end <= len(document.text) for shape in document.shapes)
        assert document.comments_at is None or 0 < document.comments_at <= len(document.text)
        assert not any("\ud800" <= sign <= "\udfff" for sign in document.text)
    assert faults == []
    assert tried
    assert not unsaid


def test_a_key_of_thousands_of_names_is_refused_before_it_takes_gigabytes() -> None:
    with pytest.raises(ValueError, match="too deep"):
        loads("a." * 30_000 + "b = 1")
    assert loads("a.b.c = 'x.y.z'") == {"a": {"b": {"c": "x.y.z"}}}


def test_a_post_with_lists_within_lists_loads_all_the_same() -> None:
    for nested in ("[" * 30_000, "{a: " * 15_000):
        document = read_document(f"---\ntitle: A\ntags: {nested}\n---\nWords.\n".encode(), "a.md")
        assert (document.title, document.text) == ("A", "Words.\n")


def test_a_number_that_is_no_character_is_shown_as_such() -> None:
    page = b"<p>Some words of it. &#" + b"9" * 9_000 + b"; and more of them, to fill a line. &amp;</p>"
    assert "\N{REPLACEMENT CHARACTER}" in read_document(page, "a.html").text
    assert read_document(b"a &#" + b"9" * 9_000 + b"; b &lt;\n", "a.md").text == "a \N{REPLACEMENT CHARACTER} b <\n"


@pytest.mark.parametrize(
    "head",
    [b"Subject: " + b"=?utf-8?q?a" * 20_000, b"From: " + b"(" * 50_000, b"From: " + b"a@b.example, " * 20_000],
    ids=["encoded words", "remarks", "addresses"],
)
def test_a_message_with_endless_headers_gives_its_words(head: bytes) -> None:
    start = time.process_time()
    assert "Words." in read_document(b"Date: Fri, 26 Jan 2007 23:30:00 -0500\n" + head + b"\n\nWords.\n", "a.eml").text
    assert time.process_time() - start < 10  # it took the square of the length: minutes


@pytest.mark.parametrize(
    "page",
    ["<br>" * 50_000, "<li>x" * 3_000, "<p " + " ".join(f"a{row}=b" for row in range(900)) + ">"],
    ids=["tags", "items", "attributes"],
)
def test_a_page_that_would_take_minutes_is_read_by_the_rule_of_thumb(page: str) -> None:
    page += "<p>Some words of it, and more of them to fill a line.</p>"
    assert not body.tame(read_page(page), page)
    document = read_document(page.encode(), "a.html")
    assert document.rough
    assert "Some words of it" in document.text


def test_a_file_that_makes_its_reader_wait_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "kernel.txt").symlink_to("/proc/kmsg")
    files = list_files([tmp_path]).files
    assert [read_file(Task(file, Given(), b"")).found for file in files] == [None]


def test_files_that_vanish_or_shrink_between_listing_and_reading_are_named(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text('{"text": "One."}\n{"text": "Two."}\n')
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "One."}\n'))
    files = list_files([tmp_path]).files
    (tmp_path / "a.jsonl").unlink()
    (tmp_path / "b.jsonl").write_text('{"te')
    (tmp_path / "c.jsonl.gz").write_bytes(b"")
    answers = [read_file(Task(file, Given(), b"")) for file in files]
    assert [answer.found for answer in answers] == [None] * 5
    assert all(answer.reason for answer in answers)
    assert load_within(str(tmp_path / "b.jsonl"), (0, 99), 100) == b'{"te'
    skipped: list[Skipped] = []
    assert list(unfold([(File("a.jsonl", str(tmp_path / "a.jsonl")), True)], skipped)) == []
    assert skipped
