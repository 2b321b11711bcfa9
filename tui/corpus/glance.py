"""Tells in one look whether anything in a collection's folders changed: names, sizes and times of all, as one hash."""

import hashlib
import marshal
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.corpus.files import STDIN
from tui.manifest import NAME

_GONE = (-1,)

_PLAIN = 2
"""The version of marshal that writes equal things alike; later ones look at how often they are held."""


def glance(roots: Sequence[Path]) -> str:
    """A hash of what lies beneath the roots of a collection, hidden things aside; "" if standard input is among them.

    Nothing is opened. As long as it stays the same, `scan` lists the same files and each of them is as it was, but for
    one that was written twice within a tick of the clock: whoever keeps a glance sees to that.
    """
    whole = hashlib.blake2b(digest_size=16)
    for root in roots:
        if root == STDIN:
            return ""
        whole.update(marshal.dumps(os.fsencode(os.path.realpath(root)), _PLAIN))
        if os.path.isdir(root):  # noqa: PTH112 - as in files
            for folder in _folders(os.fspath(root)):
                whole.update(marshal.dumps(folder, _PLAIN))
        else:
            whole.update(marshal.dumps((_state(root), _state(root.parent / NAME)), _PLAIN))
    return whole.hexdigest()


def of_voter(glanced: str, voter: object) -> str:
    """A glance, and who had a say in the kinds of names; "" where that cannot be told."""
    identity = "" if voter is None else getattr(voter, "identity", None)
    return f"{glanced} {identity}".rstrip() if glanced and isinstance(identity, str) else ""


def _folders(root: str) -> Iterator[list[tuple[bytes | int, ...]]]:
    """What lies in a folder and in each one beneath it, by name."""
    pending = [root]
    while pending:
        here: list[tuple[bytes | int, ...]] = []
        inside: list[str] = []
        try:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    name = os.fsencode(entry.name)
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
        yield here
        pending += sorted(inside)


def _state(place: "Path | os.DirEntry[str]") -> tuple[int, ...]:
    """What tells one state of a file from another, links followed."""
    try:
        state = place.stat()
    except OSError:
        return _GONE
    return state.st_mode, state.st_size, state.st_mtime_ns, state.st_ino, state.st_dev
