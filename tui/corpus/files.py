"""Which files of a collection are articles: walks its roots without ever waiting on, following or trusting a file."""

import contextlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tui.corpus.bundles import load_within, unfold
from tui.corpus.errors import NoSuchPath
from tui.corpus.regular import read_bytes, too_large, why
from tui.formats import LIMIT, OTHER_DOCUMENTS, is_article
from tui.model import Skipped

__all__ = [
    "STDIN",
    "File",
    "Listing",
    "Root",
    "distinct",
    "list_files",
    "load",
    "natural",
    "read_bytes",
    "readable",
    "roots_of",
    "why",
]

STDIN = Path("-")
"""Stands for one article that comes from standard input."""

FEW = 300
"""Names in a folder up to which its text files are looked at: exports of databases hold hundreds of articles each."""

_DIGITS = re.compile(r"(\d+)")


class File(NamedTuple):
    """A file that looks like an article."""

    path: str
    """Stable key: relative to the collection's root, with "/"."""
    place: str
    """Where it lies; no path object, as a large collection has very many files."""
    root: int = 0
    """Index of the root it was reached by."""
    data: bytes | None = None
    """Its bytes, if it was given and not found: standard input."""
    within: tuple[int, int] | None = None
    """Offsets of its first byte and after its last, if it is one of many articles in a file."""


@dataclass(frozen=True, slots=True)
class Root:
    """One path a collection was opened with."""

    folder: Path
    """Its folder: where corpus.toml may be; for a file, the folder that holds it."""
    prefix: str
    """What the stable keys of its files begin with: "" for a single root."""
    name: str
    """The name of its folder."""
    single: bool = False
    """Whether it is one file and not a folder."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a collection, before a file was opened."""

    roots: tuple[Root, ...]
    """The roots in the order given."""
    files: tuple[File, ...]
    """The articles to read, in reading order: by root, then by path with numbers in the order of their value."""
    skipped: tuple[Skipped, ...] = ()
    """What a person might take for an article and is not read."""
    others: tuple[tuple[str, int], ...] = ()
    """Suffixes of files that were passed over in silence, each with how many there are, the most frequent first."""


def list_files(paths: Sequence[Path], stdin: bytes = b"") -> Listing:
    """List the articles beneath folders and files.

    A folder is searched to its depths. Hidden files and folders, links to folders, and files of other kinds are no
    articles; of these, documents of formats that are not read are named as skipped, the rest only counted. A file given
    by name is read whatever its suffix; the path "-" stands for `stdin`. A file reached twice is listed once. Raises
    `NoSuchPath`.
    """
    roots = roots_of(paths)
    files: list[_Met] = []
    skipped: list[Skipped] = []
    others: Counter[str] = Counter()
    for index, (path, root) in enumerate(zip(paths, roots, strict=True)):
        if path == STDIN and STDIN in paths[:index]:
            continue  # it can be read but once
        if path == STDIN:
            files.append((File(root.name, str(path), index, stdin), None, False))
        elif root.single:
            place = os.path.join(root.folder, path.name)  # noqa: PTH118 - as below
            files.append((File(readable(path.name), place, index), None, True))
        else:
            found = _articles(path, index, root.prefix, skipped, others)
            files += sorted(found, key=lambda one: natural(one[0].path))
    kept = unfold(_once(files, skipped), skipped)
    skipped.sort(key=lambda entry: natural(entry.path))
    return Listing(roots, tuple(kept), tuple(skipped), tuple(others.most_common()))


def distinct(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The paths without those that name again what an earlier one names, which would count as another root."""
    first: dict[str, Path] = {}
    for path in paths:
        first.setdefault("" if path == STDIN else os.path.realpath(path), path)
    return tuple(first.values())


def roots_of(paths: Sequence[Path]) -> tuple[Root, ...]:
    """The roots of a collection; with several, a folder's name comes first in its keys, told apart by a number.

    Raises `NoSuchPath`.
    """
    roots: list[Root] = []
    taken: set[str] = set()
    for path in paths:
        if path == STDIN:
            roots.append(Root(Path(), "", "stdin", single=True))
            continue
        try:
            os.lstat(path)
            whole = path.resolve()
        except (OSError, RuntimeError) as error:  # resolve() of a loop of links is a RuntimeError
            reason = why(error) if isinstance(error, OSError) else "a link that leads back to itself"
            reason = "no such file or folder" if isinstance(error, FileNotFoundError) else reason
            raise NoSuchPath(f"{readable(str(path))}: {reason}") from error
        if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where permission is missing
            roots.append(Root(path.parent, "", readable(whole.parent.name or whole.name), single=True))
            continue
        name = readable(whole.name) or "root"
        prefix = ""
        if len(paths) > 1:
            number = 2
            base = name
            while name in taken:
                name, number = f"{base}-{number}", number + 1
            taken.add(name)
            prefix = f"{name}/"
        roots.append(Root(path, prefix, name))
    return tuple(roots)


def places_in(roots: Sequence[Root]) -> Callable[[str], str]:
    """Gives where the file of a stable path should lie: what its name says, unless it is one that cannot be printed."""
    homes = [(root.prefix, os.path.join(root.folder, "")) for root in roots]  # noqa: PTH118 - as below

    def place(path: str) -> str:
        for prefix, home in homes:
            if path.startswith(prefix):
                return home + path.removeprefix(prefix).replace("/", os.sep)
        return path

    return place


_Identity = tuple[int, int]
"""Device and inode of a file: the same for all the names it has."""

_Met = tuple[File, _Identity | None, bool]
"""A file, which one it is as far as that is known, and whether its folder has few."""


def _articles(folder: Path, root: int, prefix: str, skipped: list[Skipped], others: Counter[str]) -> Iterator[_Met]:
    """The files beneath a folder that look like articles; the rest is told to `skipped` and `others`.

    Each comes with its identity as far as the folder tells it, which spares a look at every file of a large one.
    """
    pending = [(folder, prefix)]
    while pending:
        place, inside = pending.pop()
        try:
            device = os.stat(place).st_dev  # noqa: PTH116 - as below
            with os.scandir(place) as entries:
                found = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            skipped.append(Skipped(inside or "./", f"a folder that cannot be opened: {why(error)}"))
            continue
        few = len(found) <= FEW
        for entry in found:
            path = inside + readable(entry.name)
            if entry.is_dir(follow_symlinks=False):
                pending.append((Path(entry.path), f"{path}/"))
                continue
            link = entry.is_symlink()
            if link and os.path.isdir(entry.path):  # noqa: PTH112 - ten times faster than Path, per file
                skipped.append(Skipped(path, "a link to a folder: name that folder to read it"))
                continue
            if is_article(entry.name):
                yield File(path, entry.path, root), None if link else (device, entry.inode()), few
                continue
            suffix = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 - as above
            if suffix in OTHER_DOCUMENTS:
                skipped.append(Skipped(path, f"{suffix} is not a format backstory reads"))
            else:
                others[suffix or "no suffix"] += 1


def _once(files: Iterable[_Met], skipped: list[Skipped]) -> Iterator[tuple[File, bool]]:
    """Each file once, under the first key it was reached by; keys that are the same told apart by a number.

    With each goes whether its folder has few.
    """
    seen: dict[_Identity, str] = {}
    taken: set[str] = set()
    for file, identity, few in files:
        known = identity or _identity(file)
        if known:
            first = seen.setdefault(known, file.path)
            if first != file.path:
                skipped.append(Skipped(file.path, f"the same file as {first}"))
                continue
        path, number = file.path, 2
        while path in taken:
            stem, suffix = os.path.splitext(file.path)  # noqa: PTH122 - as above
            path, number = f"{stem}~{number}{suffix}", number + 1
        taken.add(path)
        yield file if path == file.path else file._replace(path=path), few


def _identity(file: File) -> _Identity | None:
    """Which file it is, links followed; None for what is no file or cannot be looked at, which is named later."""
    if file.data is not None:
        return None
    with contextlib.suppress(OSError):
        state = os.stat(file.place)  # noqa: PTH116 - as above
        return state.st_dev, state.st_ino
    return None


def load(file: File, limit: int = LIMIT) -> bytes:
    """The bytes of a listed file; raises `OSError` as `read_bytes` does."""
    if file.within is not None:
        return load_within(file.place, file.within, limit)
    if file.data is None:
        return read_bytes(file.place, limit)
    if len(file.data) > limit:
        raise OSError(too_large(limit))
    return file.data


def readable(name: str) -> str:
    """A file name as text that can be printed and stored: bytes that are no UTF-8 appear in hex."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")


def natural(path: str) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """Sort key of a path: folder by folder, case aside, numbers by value, so that "item 9" stands before "item 10"."""
    *folders, name = path.split("/")
    return (*map(_folder_key, folders), _key(name))


def _key(part: str) -> tuple[tuple[int, int, str], ...]:
    pieces = _DIGITS.split(part)
    return tuple(
        [(0, int(piece), piece) if piece.isdecimal() else (1, 0, piece.casefold()) for piece in pieces if piece]
    )


_folder_key = lru_cache(1024)(_key)
"""The key of a folder's name, which comes again with each of its files."""
