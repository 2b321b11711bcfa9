"""What a person knows better than the text: corrections to entities and dates, in `corrections.toml` beside the notes.

Order is kept, since corrections are applied one after another. The file is a person's as much as ours: adding one
appends a block, taking one back removes its block, and every other byte stays.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from tui.notes import backups, block, clock, files, splice
from tui.notes.clock import Clock
from tui.notes.errors import ReadError, ReadOnlyError, WriteError
from tui.notes.lock import locked
from tui.notes.reading import problem_of
from tui.notes.statements import line_and_column, outline

FILE = "corrections.toml"
"""Name of the file."""

FIELDS: dict[str, tuple[str, ...]] = {
    "merge": ("into", "names"),
    "split": ("name", "article", "as"),
    "rename": ("from", "to"),
    "retype": ("name", "kind"),
    "ignore": ("name",),
    "add": ("name", "kind", "aliases"),
    "keep_apart": ("names",),
    "date": ("article", "quote", "value"),
    "published": ("article", "value"),
    "conflict": ("verdict", "fact", "name", "articles", "quotes"),
}
"""What can be corrected, and what each correction says: those of `_LISTS` are lists, the others are texts."""

_LISTS = ("names", "aliases", "articles", "quotes")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction."""

    what: str
    """A key of `FIELDS`; those of a later version are kept and left to it."""
    texts: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What it says in single texts: "into", "name", "article", "as", "from", "to", "kind", "quote", "value",
    "verdict", "fact"."""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """What it says in lists: "names", "aliases", "articles", "quotes"."""
    line: int = field(default=0, compare=False)
    """Line of the file where it stands, from 1; 0 for one that stands in none."""

    @property
    def table(self) -> dict[str, Any]:
        """It as a table of TOML, in the order of `FIELDS`."""
        said: dict[str, Any] = {**self.texts, **{key: list(names) for key, names in self.lists.items()}}
        order = FIELDS.get(self.what, ())
        return {key: said[key] for key in sorted(said, key=lambda key: order.index(key) if key in order else 99)}


class Corrections:
    """The corrections in one data folder. Made by `Corrections.open`."""

    def __init__(self, folder: Path, now: Clock) -> None:
        self.path = folder / FILE
        """The file, which need not exist yet."""
        self._now = now
        self._data = b""
        self._all: tuple[Correction, ...] = ()
        self._problem = ""

    @classmethod
    def open(cls, folder: Path, *, now: Clock = clock.now) -> "Corrections":
        """The corrections of a data folder, which need not exist yet. Never raises for what the file holds."""
        corrections = cls(folder, now)
        corrections.refresh()
        return corrections

    @property
    def all(self) -> tuple[Correction, ...]:
        """The corrections in the order of the file; none if it is damaged."""
        return self._all

    @property
    def problem(self) -> str:
        """One sentence for people about a file that is damaged or cannot be read; "" if all is well."""
        return (
            f"{self.path} {self._problem}; it is left alone, and no corrections are applied." if self._problem else ""
        )

    def refresh(self) -> bool:
        """Read the file again; whether it says something else now."""
        before = self._all, self._problem
        try:
            self._data = files.read_bytes(self.path) or b""
            self._all, self._problem = _read(self._data)
        except ReadError as error:
            self._data, self._all, self._problem = b"", (), f"cannot be read: {error.why(self.path)}"
        return before != (self._all, self._problem)

    def add(self, correction: Correction) -> bool:
        """Write a correction down; False if the file says it already. It is on disk then.

        Raises `WriteError`, and `ReadOnlyError` for a damaged file.
        """

        def write() -> bool:
            if correction in self._all:
                return False
            text = splice.encode(block.to_text(correction.table, correction.what), splice.line_end(self._data))
            self._write(splice.append(self._data, text))
            return True

        return self._locked(write)

    def remove(self, correction: Correction) -> bool:
        """Take a correction back; False if the file does not say it. Raises as `add`."""

        def write() -> bool:
            if correction not in self._all:
                return False
            same = [one for one in self._all[: self._all.index(correction)] if one.what == correction.what]
            pieces = splice.pieces(self._data, correction.what)
            if len(pieces) != sum(one.what == correction.what for one in self._all):
                raise ReadOnlyError(f"{self.path} lists this correction in a way that cannot be changed here.")
            self._write(splice.remove(self._data, pieces[len(same)]))
            return True

        return self._locked(write)

    def _locked(self, act: Callable[[], T]) -> T:
        target = files.real_path(self.path)
        files.make_private_folder(target.parent)
        with locked(target):
            files.sweep(target)
            self.refresh()
            if self._problem:
                raise ReadOnlyError(self.problem)
            return act()

    def _write(self, data: bytes) -> None:
        files.write_private(
            self.path, data, verify=self._verify, before_rename=lambda target: backups.keep(target, self._now())
        )
        self.refresh()

    def _verify(self, data: bytes) -> None:
        problem = _read(data)[1]
        if problem:
            raise WriteError(f"Cannot write {self.path}: it would not read back.")


def _read(data: bytes) -> tuple[tuple[Correction, ...], str]:
    """The corrections of a file in order, and what is wrong with it."""
    try:
        whole = tomllib.loads(block.decode(data))
    except (ValueError, RecursionError) as error:
        return (), problem_of(data, error)
    flat = next((what for what in FIELDS if not isinstance(whole.get(what, []), list)), "")
    if flat:
        return (), f'has a "{flat}" that is not a list of corrections: each is headed [[{flat}]]'
    waiting = {what: iter(tables) for what, tables in whole.items() if isinstance(tables, list)}
    found: list[Correction] = []
    for path, array, start, _ in outline(data):
        table = next(waiting.get(path[0], iter(())), None) if array and len(path) == 1 else None
        if isinstance(table, dict):
            found.append(_correction(path[0], table, line_and_column(data, start)[0]))
    found += [_correction(what, table) for what, rest in waiting.items() for table in rest if isinstance(table, dict)]
    return tuple(found), ""


def _correction(what: str, table: Mapping[str, Any], line: int = 0) -> Correction:
    lists = {key: value for key, value in table.items() if isinstance(value, list) or key in _LISTS}
    return Correction(
        what,
        {key: block.plain(value) for key, value in table.items() if key not in lists},
        {
            key: tuple(map(block.plain, value)) if isinstance(value, list) else (block.plain(value),)
            for key, value in lists.items()
        },
        line,
    )
