"""The hostile collection: hundreds of files that attack the reader and the terminal, written by code."""

import hashlib
import os
import stat
from pathlib import Path

import hostile_markup
import hostile_packed
import hostile_texts
import hostile_things
from hostile_size import Size, joined


def make(folder: Path, size: Size) -> None:
    """Write the collection into a folder that is not there yet."""
    folder.mkdir()
    for name, data in joined(hostile_texts.samples(size), hostile_markup.samples(size), hostile_packed.samples(size)):
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    hostile_things.make(folder)
    (folder / "corpus.toml").write_text(
        '[corpus]\ntitle = "\\u001b]0;owned\\u0007[/] hostile"\n[[article]]\npath = "missing.txt"\n'
    )


def fingerprint(folder: Path) -> dict[bytes, str]:
    """What lies beneath a folder: of every name its kind, rights, times, and the hash of what it holds or points at."""
    found: dict[bytes, str] = {}
    pending: list[tuple[int, bytes]] = [(os.open(folder, os.O_RDONLY), b"")]
    while pending:  # by handles: some paths are longer than a path may be
        handle, inside = pending.pop()
        for name in os.listdir(handle):
            raw = os.fsencode(name)
            state = os.lstat(name, dir_fd=handle)
            said = f"{state.st_mode:o} {state.st_size} {state.st_mtime_ns} {state.st_nlink}"
            if stat.S_ISLNK(state.st_mode):
                said += f" {os.readlink(name, dir_fd=handle)!r}"
            elif stat.S_ISDIR(state.st_mode):
                pending.append((os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=handle), inside + raw + b"/"))
            elif stat.S_ISREG(state.st_mode) and state.st_blocks * 512 >= state.st_size // 2:  # but for sparse files
                with open(os.open(name, os.O_RDONLY, dir_fd=handle), "rb") as file:
                    said += f" {hashlib.sha256(file.read()).hexdigest()}"
            found[inside + raw] = said
        os.close(handle)
    return found
