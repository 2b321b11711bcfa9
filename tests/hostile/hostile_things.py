"""Things in a folder that are no honest files: pipes, sockets, devices, loops of links, and names that attack."""

import os
import socket
import unicodedata
from collections.abc import Callable
from pathlib import Path

from hostile_texts import CONTROLS, STORY

GIGABYTE = 1024 * 1024 * 1024

_NAMES = (
    *(
        "-rf.txt",
        "--help.txt",
        "-.txt",
        "--.txt",
        "~.txt",
        "*?.txt",
        "a b .txt",
        " .txt",
        "a..txt",
        "...txt",
        "%s%n.txt",
        "{0}.txt",
    ),
    *(
        "$(touch owned).txt",
        "`touch owned`.txt",
        "; touch owned;.txt",
        "a\\b.txt",
        "a\"b'c.txt",
        "a\nb.txt",
        "a\rb.txt",
        "a\tb.txt",
    ),
    *(
        "[red].txt",
        "[/].txt",
        "[@click=app.quit]x[/].txt",
        "a#1.txt",
        "a.jsonl#1.txt",
        "a~2.txt",
        "corpus.toml.txt",
        "con.txt",
    ),
    *(
        "9" * 240 + ".txt",
        "x" * 251 + ".txt",
        "é" * 120 + ".txt",
        "漢" * 80 + ".txt",
        "A.TXT",
        "a.TxT",
        "2007-99-99.txt",
    ),
    *(
        "20070126.txt",
        "99999999.txt",
        "2007-02-30-raid.txt",
        "list.txt",
        "\U0001f4a9.txt",
        "e\u0301.txt",
        "\u0651.txt",
        "a.txt.txt",
    ),
)


def make(folder: Path) -> None:
    """Put all of them into a folder, as far as the system can make them."""
    for name in _NAMES:
        _write(folder / "names" / name)
    for number, attack in enumerate(CONTROLS.values()):
        safe = attack.replace("/", "_").replace("\0", "")[:60]
        _write(folder / "names" / f"{number} {safe}.txt")
        _write(folder / "names" / f"{number} {safe}" / "within.txt")
    for form in ("NFC", "NFD"):
        _write(folder / "names" / "twins" / f"{unicodedata.normalize(form, 'résumé')}.txt")
    for name in (b"\xff\xfe.txt", b"a\xc3(.txt", b"\x9b31m.txt", b"\xed\xa0\x80.txt"):
        _attempt(lambda name=name: Path(os.fsdecode(os.fsencode(folder / "names") + b"/" + name)).write_text(STORY))  # type: ignore[misc]
    for act in (_links, _pipes, _large, _deep):
        act(folder)


def _links(folder: Path) -> None:
    links = folder / "links"
    links.mkdir()
    (links / "target.txt").write_text(STORY)
    (links / "page.txt").mkdir()
    (links / "page.html").mkdir()
    (links / "dump.jsonl").mkdir()
    (links / "dump.jsonl.gz").mkdir()
    os.link(links / "target.txt", links / "twin.txt")
    for name, target in {
        "itself.txt": "itself.txt", "one.txt": "two.txt", "two.txt": "one.txt", "nothing.txt": "missing", "again.txt": "target.txt",
        "zero.txt": "/dev/zero", "zero.jsonl": "/dev/zero", "null.txt": "/dev/null", "random.html": "/dev/urandom", "tty.txt": "/dev/tty",
        "kernel.txt": "/proc/kmsg", "memory.txt": "/proc/self/mem", "memory.jsonl": "/proc/self/mem", "map.txt": "/proc/self/pagemap",
        "stdin.txt": "/dev/stdin", "zero.txt.gz": "/dev/zero", "zero.pdf": "/dev/zero", "zero.mbox": "/dev/full",
        "round": ".", "up": "..", "root": "/", "long.txt": "x" * 4_000,
    }.items():  # fmt: skip
        _attempt(lambda name=name, target=target: os.symlink(target, links / name))  # type: ignore[misc]
    for row in range(60):
        os.symlink(f"chain{row + 1}.txt", links / f"chain{row}.txt")
    (links / "chain60.txt").write_text(STORY)


def _pipes(folder: Path) -> None:
    pipes = folder / "pipes"
    pipes.mkdir()
    for name in ("pipe.txt", "pipe.html", "pipe.jsonl", "pipe.jsonl.gz", "pipe.mbox", "pipe.epub", "pipe.pdf"):
        _attempt(lambda name=name: os.mkfifo(pipes / name))  # type: ignore[misc]

    def plug() -> None:
        place = os.getcwd()
        os.chdir(pipes)  # the name of a socket may have a hundred bytes
        try:
            with socket.socket(socket.AF_UNIX) as opened:
                opened.bind("socket.txt")
        finally:
            os.chdir(place)

    _attempt(plug)
    (pipes / "shut.txt").write_text(STORY)
    (pipes / "shut.txt").chmod(0)
    (pipes / "shut").mkdir()
    (pipes / "shut" / "a.txt").write_text(STORY)
    (pipes / "shut").chmod(0)


def _large(folder: Path) -> None:
    for name in (
        "sparse.txt",
        "sparse.html",
        "sparse.md",
        "sparse.epub",
        "sparse.pdf",
        "sparse.txt.gz",
        "sparse.jsonl",
        "sparse.mbox",
    ):
        place = folder / "large" / name
        place.parent.mkdir(exist_ok=True)
        with place.open("wb") as file:
            _attempt(lambda file=file: file.truncate(3 * GIGABYTE))  # type: ignore[misc]


def _deep(folder: Path) -> None:
    """Folders within folders, deeper than a path may be long."""
    place = os.getcwd()
    here = folder / "deep"
    here.mkdir()
    os.chdir(here)
    try:
        for level in range(400):
            name = f"level {level} of them"
            os.mkdir(name)
            os.chdir(name)
            if level % 50 == 0:
                Path("a.txt").write_text(STORY)
    finally:
        os.chdir(place)


def _write(place: Path) -> None:
    def act() -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"{place.name.encode('ascii', 'replace').decode()}\n\n{STORY}", encoding="utf-8")

    _attempt(act)


def _attempt(act: Callable[[], object]) -> None:
    """Do what some systems cannot: a name they refuse, a device they lack."""
    try:
        act()
    except OSError:
        return
