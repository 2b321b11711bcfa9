"""Every binding of the screen, gathered from the classes that declare them: what the key tables are made from."""

import importlib
import pkgutil
from collections.abc import Iterator

from textual.binding import Binding

import tui.dialogs
from tui.desk.desk import Desk
from tui.dialogs.bindings import bindings_of
from tui.dialogs.dialog import Dialog
from tui.empty import EmptyPlace
from tui.panes import PANES
from tui.reader.bound import Bound

SHARED = {"rows.": "lists", "pane.": "every pane"}
"""Where bindings work that several places share, by how their names begin."""

IN_DIALOGS = {
    "ask": "a question", "beside": "side by side", "choose": "a choice", "company": "who with whom",
    "compare": "sources compared", "darken": "not a name", "date": "date editor", "dialog": "dialogs",
    "dossier": "dossier", "editor": "note editor", "empty": "nothing to read", "front": "front page",
    "help": "key sheet", "jump": "jump box", "kind": "kinds", "life": "life line", "line": "a line to type",
    "merge": "merging", "original": "original", "other": "another name", "palette": "commands",
    "passages": "passages", "peek": "card", "rename": "renaming", "search": "search box", "sift": "event filter",
    "split": "splitting", "strip": "front page", "tags": "tags", "why": "why",
}  # fmt: skip
"""What a dialog is called in the tables, by how the names of its own bindings begin."""


def dialog_classes() -> Iterator[type]:
    """Every class under tui.dialogs that declares bindings and is no part of the desk, in order of its module."""
    desk = set(Desk.__mro__)
    for found in sorted(pkgutil.iter_modules(tui.dialogs.__path__), key=lambda one: one.name):
        module = importlib.import_module(f"tui.dialogs.{found.name}")
        for kind in vars(module).values():
            own = isinstance(kind, type) and kind.__module__ == module.__name__ and kind not in desk
            if own and kind is not Dialog and _declared(kind):
                yield kind
    yield EmptyPlace


def _declared(kind: type) -> list[Binding]:
    return [binding for binding in kind.__dict__.get("BINDINGS", ()) if isinstance(binding, Binding)]


def place_of(kind: type) -> str:
    """What a dialog is called in the tables; a KeyError for one whose bindings begin like no other's."""
    starts = [str(binding.id).partition(".")[0] for binding in _declared(kind)]
    return IN_DIALOGS[next(start for start in starts if start in IN_DIALOGS)]


def places() -> list[tuple[str, list[Binding]]]:
    """Every place with its bindings: the desk, the panes, the dialogs."""
    found = [("everywhere", bindings_of(Desk))]
    for make in PANES:
        pane = make()
        found.append((pane.title.lower(), [*bindings_of(type(pane)), *bindings_of(type(pane.view))]))
    found.append(("dialogs", _declared(Dialog)))
    found += [(place_of(kind), _declared(kind)) for kind in dialog_classes()]
    return found


def bound() -> list[Bound]:
    """What the keys do, each once by its name, with all the places it works in and all its keys as shipped."""
    told: dict[str, Bound] = {}
    for place, bindings in places():
        for binding in bindings:
            name = binding.id or ""
            where = next((words for begin, words in SHARED.items() if name.startswith(begin)), place)
            one = told.setdefault(name, Bound(where, name, (), binding.tooltip or binding.description))
            wheres = one.where.split(", ")
            told[name] = Bound(
                one.where if where in wheres else f"{one.where}, {where}",
                name,
                tuple(dict.fromkeys((*one.keys, *binding.key.split(",")))),
                one.sentence,
            )
    return list(told.values())
