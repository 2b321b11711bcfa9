"""Every key of the reader as shipped, for whoever lists them without loading a screen.

The table beside this file is made from the bindings by `python tests/test_readme.py --write`; a test holds it to them.
"""

from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("keys.tsv")
"""The table: place, name, keys and sentence a line, with tabs between."""


_AT_DESK = {"everywhere", "every pane", "lists", "articles", "text", "timeline", "entities", "notes"}


@dataclass(frozen=True, slots=True)
class Bound:
    """What one or more keys do."""

    where: str
    """Where it works: panes and dialogs with commas between, "everywhere", "every pane" or "lists"."""
    name: str
    """Its name in config.toml, such as "article.note"."""
    keys: tuple[str, ...]
    """The keys that do it, as Textual names them."""
    sentence: str
    """What it does, in a sentence."""

    @property
    def at_desk(self) -> bool:
        """Whether it works in a pane, and not only in a dialog."""
        return not _AT_DESK.isdisjoint(self.where.split(", "))

    @property
    def line(self) -> str:
        """It as a line of the table."""
        return "\t".join((self.where, self.name, ",".join(self.keys), self.sentence))


def shipped() -> tuple[Bound, ...]:
    """All of them, in the order of the help."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return tuple(Bound(where, name, tuple(keys.split(",")), sentence) for where, name, keys, sentence in rows)
