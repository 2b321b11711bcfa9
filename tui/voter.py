"""Finds an installed spaCy pipeline and lets it vote on the kinds of names; without one the program is the same."""

import hashlib
import importlib
import importlib.metadata
import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tui.model import Kind

_KINDS = {
    "PERSON": Kind.PERSON, "PER": Kind.PERSON, "ORG": Kind.ORGANISATION, "GPE": Kind.PLACE, "LOC": Kind.PLACE,
    "FAC": Kind.FACILITY, "EVENT": Kind.EVENT,
}  # fmt: skip
_WANTED = ("en_core_web_md", "en_core_web_lg", "en_core_web_sm", "en_core_web_trf")
_LONGEST = 900_000
"""Code points of an article that are shown to the pipeline: its own limit is a million."""


@dataclass(frozen=True, slots=True)
class PipelineVoter:
    """A vote on names by a spaCy pipeline, kept on disk by the content of the text, so that each is read once."""

    pipeline: str
    """Name of an installed pipeline, as `spacy.load` takes it; loaded when the first text is not on disk."""
    folder: Path
    """Where the votes are kept."""

    @property
    def identity(self) -> str:
        """What its votes depend on beside the text."""
        return f"{self.pipeline} {_version(self.pipeline)}, spacy {_version('spacy')}"

    def __call__(self, text: str) -> Mapping[str, Kind]:
        """The kind of each name the pipeline finds in `text`, by its spelling; kinds it does not tell are left out."""
        key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        kept = self.folder / self.pipeline / key[:2] / f"{key}.json"
        try:
            return {name: Kind(kind) for name, kind in json.loads(kept.read_text("utf-8")).items()}
        except (OSError, ValueError, AttributeError):
            votes = votes_of(_load(self.pipeline), text)
        try:
            kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            kept.write_text(json.dumps(votes, ensure_ascii=False), "utf-8")
        except OSError:
            pass  # a vote that cannot be kept is asked for again
        return votes


def votes_of(pipeline: Callable[[str], Any], text: str) -> dict[str, Kind]:
    """What a loaded pipeline says: the commonest kind for each spelling, without an article before it."""
    said: dict[str, Counter[Kind]] = defaultdict(Counter)
    for entity in pipeline(text[:_LONGEST]).ents:
        if entity.label_ in _KINDS:
            said[" ".join(entity.text.split()).removeprefix("the ")][_KINDS[entity.label_]] += 1
    return {name: kinds.most_common(1)[0][0] for name, kinds in said.items()}


def find_voter(folder: Path) -> PipelineVoter | None:
    """A voter that keeps its votes in `folder`, or None if no English pipeline is installed. Loads nothing."""
    if importlib.util.find_spec("spacy") is None:
        return None
    name = next((name for name in _WANTED if importlib.util.find_spec(name) is not None), None)
    return PipelineVoter(name, folder) if name else None


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "-"


@cache
def _load(name: str) -> Callable[[str], Any]:
    spacy = importlib.import_module("spacy")  # half a gigabyte of modules, and only if somebody installed it
    loaded: Callable[[str], Any] = spacy.load(name)
    return loaded
