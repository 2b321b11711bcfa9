"""What a finding depends on besides the article's bytes: the program's own sources and what a person said of it."""

import hashlib
import importlib.metadata
import sys
from functools import cache, lru_cache
from pathlib import Path

from tui.corpus.article import Given

_ENGINES = ("corpus", "dates", "events", "formats", "names", "parts", "manifest.py", "model.py")
"""What of the package says what is found in a text."""

_EXTRAS = ("anyascii", "htmldate", "pypdf", "rapidfuzz", "spacy", "trafilatura")
"""What is used where it is installed, and finds other things in another version."""

_SOURCES = (".py", ".toml", ".gz", ".txt")


@cache
def of_engine() -> str:
    """A hash of every source and data file that findings depend on: another program finds other things."""
    package = Path(__file__).resolve().parent.parent
    whole = hashlib.sha256(f"{sys.byteorder} {sys.version_info[:2]}".encode())
    for name in _EXTRAS:
        whole.update(f"\0{name} {_version(name)}".encode())
    for name in _ENGINES:
        place = package / name
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.suffix in _SOURCES and file.is_file():
                whole.update(f"\0{file.relative_to(package).as_posix()}\0".encode())
                whole.update(file.read_bytes())
    return whole.hexdigest()


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "-"


@lru_cache(1024)
def of_given(given: Given) -> bytes:
    """16 bytes that change whenever the engine or what is known of an article before its text is read changes.

    Empty if that cannot be told: a voter without an `identity`, in words, may say anything.
    """
    voter = "" if given.voter is None else getattr(given.voter, "identity", None)
    if not isinstance(voter, str):
        return b""
    corrected = given.corrected
    dates = sorted(corrected.dates.items(), key=lambda pair: pair[0])
    known = (given.facts, given.date_order, given.comments, corrected.published, dates, voter)
    said = f"{of_engine()}\0{known!r}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).digest()[:16]
