"""What a person says about names: one statement, in plain words, so that this part knows no file."""

from dataclasses import dataclass
from enum import StrEnum


class Says(StrEnum):
    """The sorts of statement about names; the values are those of corrections.toml."""

    MERGE = "merge"
    """Several names are one entity."""
    SPLIT = "split"
    """A spelling is somebody else, everywhere or in some articles."""
    RENAME = "rename"
    """An entity is to be shown under another name."""
    RETYPE = "retype"
    """An entity is of another kind."""
    IGNORE = "ignore"
    """What was taken for a name is none."""
    ADD = "add"
    """There is an entity of this name."""
    KEEP_APART = "keep_apart"
    """Names that are never one entity."""


@dataclass(frozen=True, slots=True)
class NameCorrection:
    """One statement about names. Names are compared by spelling, case aside; row numbers never appear in one."""

    says: Says
    """What sort of statement it is."""
    name: str = ""
    """The name it is about: `into` of a merge, `from` of a renaming; "" where `names` says all."""
    names: tuple[str, ...] = ()
    """The names merged or kept apart, or the further spellings of an added one; a final "*" stands for any ending."""
    to: str = ""
    """The name that comes of it: `to` of a renaming, `as` of a split; "" for a split that keeps its spelling."""
    kind: str = ""
    """The kind of a retyped or added name."""
    article: str = ""
    """Which articles a split is about, as a path with wildcards; "" for all."""
    collection: str = ""
    """Key of the only collection it is about; "" for every one."""
    line: int = 0
    """Line of its file where it stands, from 1; 0 where it stands in none."""

    @property
    def key(self) -> tuple[str, ...]:
        """What it says, without where it stands: equal for a statement that is merely repeated."""
        names = sorted({plain(name).casefold() for name in self.names})
        own = (plain(text).casefold() for text in (self.name, self.to, self.kind))
        return (self.says, *own, self.article, self.collection, *names)


def plain(name: str) -> str:
    """A name with its white space made single."""
    return " ".join(name.split())
