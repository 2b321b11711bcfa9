"""Tells in one look whether anything in a collection's folders changed: names, sizes and times of all, as one hash."""

import hashlib
import marshal
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tui.corpus.files import STDIN
from tui.manifest import NAME

Entry = tuple[bytes | int, ...]
"""What a look shows of a thing in a folder: the bytes of its name, and of a file what tells one state from another."""

_GONE = (-1,)

_PLAIN = 2
"""The version of marshal that writes equal things alike; later ones look at how often they are held."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a collection's folders showed."""

    glanced: str
    """A hash of all of it, hidden things aside; "" if standard input is among the roots."""
    folders: Mapping[str, bytes] = field(default_factory=dict)
    """What lies in its one folder and in each one beneath it, by place, to be had by `entries`; none for other roots.

    Equal bytes stand for an equal state.
    """


def look(roots: Sequence[Path]) -> Look:
    """Look at what lies beneath the roots of a collection.

    Nothing is opened. As long as the hash stays the same, `scan` lists the same files and each of them is as it was,
    but for one that was written twice within a tick of the clock: whoever keeps a look sees to that.
    """
    whole = hashlib.blake2b(digest_size=16)
    folders: dict[str, bytes] = {}
    for root in roots:
        if root == STDIN:
            return Look("")
        whole.update(marshal.dumps(os.fsencode(os.path.realpath(root)), _PLAIN))
        if os.path.isdir(root):  # noqa: PTH112 - as in files
            for place, said in _folders(os.fspath(root)):
                whole.update(said)
                folders[place] = said
        else:
            whole.update(marshal.dumps((_state(root), _state(root.parent / NAME)), _PLAIN))
    return Look(whole.hexdigest(), folders if len(roots) == 1 else {})


def glance(roots: Sequence[Path]) -> str:
    """The hash of a look."""
    return look(roots).glanced


def entries(said: bytes) -> dict[bytes, Entry]:
    """What a look showed of a folder, by name; raises ValueError, EOFError or TypeError for what no look showed."""
    found: list[Entry] = marshal.loads(said)
    return {name: entry for entry in found if isinstance(name := entry[0], bytes)}


def of_voter(glanced: str, voter: object) -> str:
    """A glance, and who had a say in the kinds of names; "" where that cannot be told."""
    identity = "" if voter is None else getattr(voter, "identity", None)
    return f"{glanced} {identity}".rstrip() if glanced and isinstance(identity, str) else ""


def _folders(root: str) -> Iterator[tuple[str, bytes]]:
    """What lies in a folder and in each one beneath it, by name."""
    pending = [os.fsencode(root)]
    while pending:
        here: list[Entry] = []
        inside: list[bytes] = []
        place = pending.pop()
        try:
            with os.scandir(place) as found:  # in bytes, as names lie on the disk
                for entry in found:
                    name = entry.name
                    if name[:1] == b".":
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        inside.append(entry.path)
                        here.append((name,))
                    else:
                        here.append((name, *_state(entry)))
        except OSError as error:
            here.append((b"", error.errno or 0))
        here.sort()
        yield os.fsdecode(place), marshal.dumps(here, _PLAIN)
        pending += sorted(inside)


def _state(place: "Path | os.DirEntry[bytes]") -> tuple[int, ...]:
    """What tells one state of a file from another, links followed."""
    try:
        state = place.stat()
    except OSError:
        return _GONE
    return state.st_mode, state.st_size, state.st_mtime_ns, state.st_ino, state.st_dev
