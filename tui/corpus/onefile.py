"""Reads one file for all it says by itself, and says why where it says nothing; packed for the store and back."""

import hashlib
import os
import time
import zlib
from dataclasses import dataclass
from typing import NamedTuple

from tui.corpus.article import Given, counted, digest
from tui.corpus.codec import Damaged, pack, unpack
from tui.corpus.errors import FAULTS, fault
from tui.corpus.files import File, load, why
from tui.corpus.findings import ArticleFindings, read_article
from tui.corpus.store import UNSURE, Row, Stamp
from tui.formats import Unreadable, read_document
from tui.model import Article, DateSpan
from tui.names.candidate import Candidate

PLAIN = (".txt", ".text", ".md", ".markdown")
"""Suffixes of files that are text: reading one again costs less than keeping it."""

TOO_NEAR = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was read may change again without its time showing it."""


class Task(NamedTuple):
    """One file to read."""

    file: File
    """It."""
    given: Given
    """What is known of it before."""
    key: bytes
    """`fingerprint.of_given` of that."""


class Answer(NamedTuple):
    """What came of reading one file."""

    path: str
    """Stable path of the article."""
    stamp: Stamp | None
    """The state that was read; None if it could not be opened: the next time may go better, so it is not kept."""
    reason: str = ""
    """Why it is no article; "" for one that is."""
    found: ArticleFindings | None = None
    """What it says; None for what is no article, and for what is kept in the store alone."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is packed of an answer beside the names."""

    path: str
    article: Article
    dates: tuple[DateSpan, ...]


@dataclass(frozen=True, slots=True)
class _KeptNames:
    """What is packed of the names in a file."""

    path: str
    candidates: tuple[Candidate, ...]


def read_file(task: Task) -> Answer:
    """What one file says: its findings, or why it is no article."""
    file = task.file
    try:
        state = None if file.data is not None else os.stat(file.place)  # noqa: PTH116 - ten times faster than Path
    except OSError as error:
        return Answer(file.path, None, why(error))
    try:
        data = load(file)
    except OSError as error:
        return Answer(file.path, None, error.strerror or str(error))
    stamp = stamp_of(file, state, hashlib.sha256(data).digest(), task.key)
    try:
        return Answer(file.path, stamp, "", read_article(data, file.path, task.given))
    except Unreadable as error:
        return Answer(file.path, stamp, error.reason)
    except FAULTS as error:
        return Answer(file.path, stamp, fault(error))


def read_apart(task: Task) -> tuple[Row | None, str]:
    """As `read_file`, packed to travel between processes, or the reason where nothing was read."""
    answer = read_file(task)
    if answer.stamp is None:
        return None, answer.reason
    return packed(answer, answer.stamp), ""


def packed(answer: Answer, stamp: Stamp) -> Row:
    """An answer as it is kept: with its text only where the file takes long to read."""
    found, path = answer.found, answer.path
    if found is None:
        return Row(path, stamp, answer.reason)
    slow = not path.lower().endswith(PLAIN)
    return Row(
        path,
        stamp,
        "",
        pack(_Kept, (_Kept(path, found.article, found.dates),)),
        pack(_KeptNames, (_KeptNames(path, found.candidates),)),
        zlib.compress(found.text.encode("utf-8", "surrogatepass"), 1) if slow else b"",
    )


def unpacked_facts(path: str, found: bytes) -> tuple[Article, tuple[DateSpan, ...]]:
    """The facts and dates that were packed of a file; raises `Damaged` if they are another's."""
    kept = unpack(_Kept, found)
    if len(kept) != 1 or kept[0].path != path:
        raise Damaged("another file's")
    return kept[0].article, kept[0].dates


def unpacked_names(path: str, names: bytes) -> tuple[Candidate, ...]:
    """The names that were packed of a file; raises `Damaged` if they are another's."""
    kept = unpack(_KeptNames, names)
    if len(kept) != 1 or kept[0].path != path:
        raise Damaged("another file's")
    return kept[0].candidates


def unpacked(task: Task, found: bytes, squeezed: bytes, names: bytes = b"") -> ArticleFindings:
    """What was packed, with the text that is kept or the file's; raises `Damaged` if they do not belong together.

    Without `names` it has none.
    """
    path = task.file.path
    article, dates = unpacked_facts(path, found)
    text = _text(squeezed, task.file)
    if digest(text) != article.digest:
        raise Damaged("another text")
    candidates = unpacked_names(path, names) if names else ()
    return ArticleFindings(article, text, counted(article.parts, task.given.comments), dates, candidates)


def _text(squeezed: bytes, file: File) -> str:
    try:
        if squeezed:
            opened = zlib.decompressobj()
            return opened.decompress(squeezed, 1 << 30).decode("utf-8", "surrogatepass")
        return read_document(load(file), file.path.rpartition("/")[2]).text
    except (zlib.error, UnicodeError, OSError, Unreadable, *FAULTS) as error:
        raise Damaged(str(error)) from error


def stamp_of(file: File, state: os.stat_result | None, sha: bytes, key: bytes) -> Stamp:
    """The stamp of a file read just now; `state` is from before it was read, None for one that has no place."""
    if state is None:
        return Stamp(0, UNSURE, sha, key)
    near = time.time_ns() - state.st_mtime_ns < TOO_NEAR
    return Stamp(_size(file, state), UNSURE if near else state.st_mtime_ns, sha, key)


def _size(file: File, state: os.stat_result) -> int:
    """Bytes of an article: one of many in a file does not change with the others."""
    return state.st_size if file.within is None else file.within[1] - file.within[0]


def unchanged(task: Task, known: Stamp) -> Stamp | None:
    """The stamp of a file that is as it was read, else None; its bytes are hashed only where its time changed."""
    file = task.file
    if not task.key or known.given != task.key or file.data is not None:
        return None
    try:
        state = os.stat(file.place)  # noqa: PTH116 - as above
        size = _size(file, state)
        if (size, state.st_mtime_ns) == (known.size, known.mtime):
            return known
        if size != known.size or hashlib.sha256(load(file)).digest() != known.sha:
            return None
    except OSError:
        return None
    return stamp_of(file, state, known.sha, task.key)
