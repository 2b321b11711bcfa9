"""A collection of hundreds of files that attack: each is read or named, none acts on the terminal, none is touched."""

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import hostile_collection
import hostile_size
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "screen"))
from pseudo_terminal import Terminal, reader

from tui.__main__ import main
from tui.corpus.build import build, scan
from tui.formats import READERS

FULL = hostile_size.size() == hostile_size.FULL
PATIENCE = 900.0 if FULL else 120.0
"""Seconds a start may take on a machine that has other things to do."""

PAUSE = 4.0 if FULL else 1.0
"""How much longer a key is given where megabytes are shown: one that comes with an Escape before it is another key."""

FAULTS = ("a fault in the program", "reading it", "it needs more memory")
"""What is said of a file whose reading ended badly: nobody is to see it."""

OWN = re.compile(
    r"\x1b\[[0-9;:]*m|\x1b\[[0-9;]*[HJKABCDGd]|\x1b\[\?[0-9;]+(?:[hl]|\$p)|\x1b\[[<>=?]?[0-9;]*[uqtcn]|\x1b[=>78M]|\x1b\[!p|"
    r"\x1b\[[0-9;]* q|\x1b\]22;[a-z-]*(?:\x07|\x1b\\)"
)
"""What the screen itself sends."""

FOREIGN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
    "|owned-title\x07"
)
"""Controls and characters that are not seen, as they would be left over from an attack."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The collection; whatever is done with it, it must be in the end as it was in the beginning."""
    folder = tmp_path_factory.mktemp("hostile") / "set"
    hostile_collection.make(folder, hostile_size.size())
    before = hostile_collection.fingerprint(folder)
    assert len(before) > 500
    yield folder
    assert hostile_collection.fingerprint(folder) == before


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that all of these share."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def shared(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSTORY_CACHE_DIR", str(kept))


@pytest.fixture
def environment() -> Mapping[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "LANG": "C.UTF-8", "TERM": "xterm-256color"}


def shown(hostile: Path) -> list[str]:
    """What is opened on the screen and by commands: all of it, or what attacks the terminal and the walker."""
    parts = ("controls", "names", "dates", "links", "pipes", "large", "encodings", "deep", "dumps")
    return [str(hostile)] if FULL else [str(hostile / part) for part in parts]


def foreign(output: bytes) -> list[str]:
    """What a program printed that is neither text nor a sequence of its own, with what stood around it."""
    text = OWN.sub("", output.decode("utf-8", "replace"))
    return [repr(text[max(0, found.start() - 30) : found.end() + 30]) for found in FOREIGN.finditer(text)][:5]


def test_every_file_is_read_or_named_with_its_reason(hostile: Path, kept: Path) -> None:
    found = scan([hostile])
    assert not [problem for problem in found.problems if "missing" in problem]
    corpus = build(found, cache=kept / "here", jobs=2)
    read = {article.path for article in corpus.articles}
    skipped = {entry.path: entry.reason for entry in corpus.facts.skipped}
    assert read | skipped.keys() >= {file.path for file in found.listing.files}
    assert not read & skipped.keys()
    assert all(skipped.values())
    assert [(path, reason) for path, reason in skipped.items() if reason.startswith(FAULTS)] == []
    kinds = {Path(name).suffix.lower() for _, _, names in os.walk(hostile) for name in names}
    assert kinds >= READERS.keys() - {".text", ".htm", ".markdown", ".ndjson"}
    assert read >= {"encodings/utf-16.txt", "shapes/one-line.txt", "books/good.epub", "messages/good.eml"}
    assert max(event.when.last for event in corpus.events) < 10_000_001
    for article in corpus.articles[:: 1 if FULL else 7]:
        text = corpus.text(article.id)
        assert len(text) == article.chars
        assert not re.search("[\ud800-\udfff]", text)


@pytest.mark.parametrize(
    "command",
    [
        ("list", "--format", "json"),
        ("timeline", "--format", "jsonl"),
        ("timeline", "--format", "md"),
        ("entities", "--format", "json"),
        ("entities", "--format", "csv"),
        ("entity", "Anna Smith"),
        ("conflicts", "--format", "json"),
        ("search", "Rome OR owned", "--format", "json"),
        ("jump", "[/]", "--format", "json"),
        ("show", "controls/title.txt", "--format", "json"),
        ("notes", "list"),
        ("notes", "check"),
        ("doctor",),
        ("index", "--format", "json"),
    ],
    ids=" ".join,
)
def test_every_command_does_its_work(
    hostile: Path, command: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    where = () if command[0] == "doctor" else [word for place in shown(hostile) for word in ("--in", place)]
    code = main([*command, *where])
    printed = capfd.readouterr()
    assert code in (0, 1), printed.err[-500:]
    assert "Traceback" not in printed.err
    assert "a fault in the program" not in printed.err
    if "json" in command:
        assert json.loads(printed.out)["schema"] == "backstory/1"
        assert "\x1b" not in printed.out


@pytest.mark.parametrize(
    "command", [("list",), ("entities",), ("show", "controls/c0.txt"), ("show", "controls/bidi.txt")]
)
def test_what_a_command_prints_on_a_terminal_is_text(
    hostile: Path, environment: Mapping[str, str], command: tuple[str, ...]
) -> None:
    where = [word for place in shown(hostile) for word in ("--in", place)]
    running = Terminal([sys.executable, "-m", "tui", *command, *where], {**environment, "PAGER": "cat"})
    running.wait_for(b"no such words", PATIENCE)
    assert running.end(PATIENCE) in (0, 1)
    running.close()
    assert foreign(running.output) == []


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
def test_the_reader_shows_it_and_nothing_acts_on_the_terminal(
    hostile: Path, environment: Mapping[str, str], size: tuple[int, int]
) -> None:
    running = Terminal(reader(*shown(hostile)), environment, size)
    assert running.wait_for(b"\x1b[?1049h", PATIENCE)
    running.read(2.0)
    keys = b"1|j|\r|G|\r|\x1b[6~|G|2|G|g|3|j|G|4|j|\r|5|\x1b|p|[/]|\x1b|/|owned|\r|n|J|J|J|?|\x1b|:|\x1b|K|n|N".split(
        b"|"
    )
    for key in keys:
        running.send(key)
        running.read(PAUSE * (0.7 if key in (b"/", b"p", b":") else 0.15))  # what comes next is for a line that opens
    assert running.running, running.output[-2000:]
    for _ in range(3):  # whatever stands over the panes by now
        running.send(b"\x1b")
        running.read(PAUSE * 0.3)
    running.send(b"Q")
    code = running.end(60)
    running.close()
    assert code == 0, running.output[-2000:]
    assert b"Traceback" not in running.output
    assert foreign(running.output) == []
