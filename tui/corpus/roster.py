"""Which files a collection had when it was read last, and in what state: only what a look shows changed is listed anew.

Kept in columns beside the store. The list of files holds as long as looks at the folders show the same; what is told
of unchanged files holds as long as the store is as it was.
"""

import os
import stat
from array import array
from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from tui.corpus import bolt
from tui.corpus.bundles import unfold
from tui.corpus.files import FEW, File, Listing, natural, readable, roots_of
from tui.corpus.fingerprint import of_engine
from tui.corpus.glance import Entry, Look, entries
from tui.corpus.onefile import Answer
from tui.corpus.slab import BadSlab, Slab, SlabWriter
from tui.corpus.store import UNSURE, Stamp
from tui.formats import is_article
from tui.model import Skipped

NAME = "corpus.files"
"""The file's name in a collection's own folder."""

_BETWEEN = "\0"
"""What stands between two paths: no file's name has it."""

_SHA, _GIVEN = 32, 16
"""Bytes of the hashes in a stamp."""

_UNKNOWN = Stamp(0, UNSURE, bytes(_SHA), bytes(_GIVEN))
"""Stands for the state of a file that could not be opened."""


@dataclass(frozen=True, slots=True)
class Roster:
    """A collection's files as they are now, and what was known of those that did not change."""

    listing: Listing
    """Its files."""
    known: Mapping[str, Answer]
    """What came of reading the unchanged ones, by path; what they say is in the store."""
    gone: tuple[str, ...]
    """Paths that are there no more."""
    mark: str
    """`Store.mark` of the store this was told of."""


@dataclass(slots=True)
class _Changes:
    """The articles that are files of their own and are not as they were, by path."""

    came: dict[str, File] = field(default_factory=dict)
    others: dict[str, File] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)


class _Otherwise(Exception):  # noqa: N818 - it names what was met
    """Something changed that more depends on than one article."""


def recall(folder: Path, paths: Sequence[Path], look: Look) -> Roster | None:
    """The files of the collection at `paths`, as a look at them just now shows them; `folder` is its own in the cache.

    None where nothing is kept, or where more than plain files came, went or changed: then everything is to be listed.
    Raises `NoSuchPath`.
    """
    if not look.folders:
        return None
    try:
        if not Slab.proved(folder / NAME):
            return None
        slab = Slab.open(folder / NAME)
        if slab.facts["engine"] != of_engine() or slab.facts["folders"] != list(look.folders):
            return None
        return _recalled(slab, paths, _changed(slab, look))
    except (OSError, BadSlab, LookupError, ValueError, TypeError, EOFError, _Otherwise):
        return None


def keep(folder: Path, look: Look, listing: Listing, answers: Sequence[Answer], mark: str) -> None:
    """Keep a listing, and what came of reading its files, in its order; `look` is from before they were listed.

    Without room, or where it could not be gone on from, nothing is kept.
    """
    if not look.folders or not mark or not _will_do(listing, answers):
        with suppress(OSError):
            (folder / NAME).unlink()
        return
    stamps = [answer.stamp or _UNKNOWN for answer in answers]
    within = [file.within or (-1, -1) for file in listing.files]
    facts = {
        "mark": mark,
        "folders": list(look.folders),
        "skipped": [(entry.path, entry.reason) for entry in listing.skipped],
        "others": listing.others,
        "reasons": [(row, answer.reason) for row, answer in enumerate(answers) if answer.reason],
    }

    def write(writer: SlabWriter) -> None:
        writer.numbers("path", _letters(file.path for file in listing.files))
        writer.numbers("place", _letters(file.place for file in listing.files))
        writer.numbers("start", array("q", [start for start, _ in within]))
        writer.numbers("end", array("q", [end for _, end in within]))
        writer.numbers("size", array("q", [stamp.size for stamp in stamps]))
        writer.numbers("mtime", array("q", [stamp.mtime for stamp in stamps]))
        writer.numbers("sha", array("B", b"".join(stamp.sha for stamp in stamps)))
        writer.numbers("given", array("B", b"".join(stamp.given for stamp in stamps)))
        writer.numbers("look.ends", array("Q", accumulate(map(len, look.folders.values()))))
        writer.numbers("look", array("B", b"".join(look.folders.values())))

    with suppress(OSError):
        bolt.put(folder, NAME, facts, write)


def _letters(paths: Iterator[str]) -> "array[int]":
    return array("B", _BETWEEN.join(paths).encode("utf-8", "surrogatepass"))


def _will_do(listing: Listing, answers: Sequence[Answer]) -> bool:
    """Whether the next listing can go on from this one."""
    for file, answer in zip(listing.files, answers, strict=True):
        stamp = answer.stamp
        if file.data is not None or (stamp is not None and (len(stamp.sha), len(stamp.given)) != (_SHA, _GIVEN)):
            return False
        if file.within is not None and (stamp is None or stamp.mtime == UNSURE):
            return False  # its articles may yet come to lie elsewhere in it, within a tick of the clock
    return True


def _changed(slab: Slab, look: Look) -> _Changes:
    """What changed in the folders since; raises `_Otherwise`."""
    kept, ends = slab.numbers("look"), slab.numbers("look.ends")
    home = len(os.path.join(next(iter(look.folders)), ""))  # noqa: PTH118 - as in files
    changes, start = _Changes(), 0
    for end, (place, now) in zip(ends, look.folders.items(), strict=True):
        before = bytes(kept[start:end])
        start = end
        if before != now:
            inside = place[home:].replace(os.sep, "/")
            _compare(entries(before), entries(now), place, f"{inside}/" if inside else "", changes)
    return changes


def _compare(
    before: Mapping[bytes, Entry], now: Mapping[bytes, Entry], place: str, inside: str, changes: _Changes
) -> None:
    """Add what changed in a folder; `inside` is what the paths of its articles begin with. Raises `_Otherwise`."""
    few = len(now) <= FEW
    if few != (len(before) <= FEW):
        raise _Otherwise  # its texts are looked into only while it has few
    for name in before.keys() | now.keys():
        was, there = before.get(name), now.get(name)
        if was == there:
            continue
        called = os.fsdecode(name)
        if not is_article(called):
            if was is None or there is None or not _is_file(was) or not _is_file(there):
                raise _Otherwise  # a folder, or one of the files that are counted
            continue  # nothing but its own bytes, of which no article is made
        path = inside + readable(called)
        if "\\x" in path or (was is not None and not _is_file(was)):
            raise _Otherwise
        if there is None:
            changes.gone.add(path)
            continue
        file = File(path, os.path.join(place, called))  # noqa: PTH118 - as in files
        if not _is_file(there) or not _stands_alone(file, few=few):
            raise _Otherwise
        (changes.came if was is None else changes.others)[path] = file


def _is_file(entry: Entry) -> bool:
    return len(entry) > 2 and isinstance(entry[1], int) and stat.S_ISREG(entry[1])


def _stands_alone(file: File, *, few: bool) -> bool:
    """Whether a file is one article under one name, and no link."""
    state = os.lstat(file.place)
    if not stat.S_ISREG(state.st_mode) or state.st_nlink != 1:
        return False
    said: list[Skipped] = []
    return list(unfold([(file, few)], said)) == [file] and not said


def _recalled(slab: Slab, paths: Sequence[Path], changes: _Changes) -> Roster:
    """The collection with these changes; raises `_Otherwise`."""
    facts = slab.facts
    skipped = tuple(Skipped(path, reason) for path, reason in facts["skipped"])
    unlike = changes.gone | changes.others.keys()
    if any(entry.path in unlike or entry.reason.startswith("the same file") for entry in skipped):
        raise _Otherwise
    known, files = _files(slab)
    if unlike:
        at = {file.path: file for file in files if file.path in unlike}
        if len(at) != len(unlike) or any(file.within for file in at.values()):
            raise _Otherwise  # one that holds many, or did
        for path, file in changes.others.items():
            if at[path] != file:
                raise _Otherwise
    if changes.gone:
        files = [file for file in files if file.path not in changes.gone]
    for path, file in changes.came.items():
        if path in known:
            raise _Otherwise
        insort(files, file, key=lambda one: natural(one.path))
    for path in unlike:
        known.pop(path, None)
    others = tuple((str(suffix), int(count)) for suffix, count in facts["others"])
    listing = Listing(roots_of(paths), tuple(files), skipped, others)
    return Roster(listing, known, tuple(sorted(changes.gone)), str(facts["mark"]))


def _files(slab: Slab) -> tuple[dict[str, Answer], list[File]]:
    """What was known of every file that may be taken for known, and all files, in order."""
    paths, places = _split(slab.numbers("path")), _split(slab.numbers("place"))
    sizes, times = slab.numbers("size"), slab.numbers("mtime")
    shas, givens = bytes(slab.numbers("sha")), bytes(slab.numbers("given"))
    reasons = {int(row): str(reason) for row, reason in slab.facts["reasons"]}
    shared: dict[bytes, bytes] = {}
    known: dict[str, Answer] = {}
    files: list[File] = []
    spans = zip(slab.numbers("start"), slab.numbers("end"), strict=True)
    for row, (path, place, span, size, time) in enumerate(zip(paths, places, spans, sizes, times, strict=True)):
        files.append(File(path, place, 0, None, None if span[0] < 0 else span))
        if time != UNSURE:
            given = givens[_GIVEN * row : _GIVEN * (row + 1)]
            stamp = Stamp(size, time, shas[_SHA * row : _SHA * (row + 1)], shared.setdefault(given, given))
            known[path] = Answer(path, stamp, reasons.get(row, ""))
    return known, files


def _split(said: memoryview) -> list[str]:
    return str(said, "utf-8", "surrogatepass").split(_BETWEEN)
