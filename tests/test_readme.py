"""Promises of the README: its key table is the bindings', its commands are the program's.

Run as a program with --write, it makes the key table anew, and the one the program lists keys from.
"""

import re
import sys
from pathlib import Path

from textual.binding import Binding

from tui.commands import COMMANDS
from tui.desk import Desk
from tui.dialogs.commanding import bindings_of
from tui.panes import PANES
from tui.reader.bound import TABLE, Bound, shipped
from tui.reader.keys import show_key

README = Path(__file__).parents[1] / "README.md"
SHARED = {"rows.": "lists", "pane.": "every pane", "names.": "text, entities, dossier", "shelf.": "text, articles"}
"""Where bindings work that several panes share, by how their names begin."""

BEGIN, END = "<!-- keys:", "<!-- /keys -->"


def bound() -> list[Bound]:
    """Every binding with its keys, what it does and its name, by place; each once."""
    places: list[tuple[str, list[Binding]]] = [("everywhere", bindings_of(Desk))]
    for make in PANES:
        pane = make()
        own = [*bindings_of(type(pane)), *bindings_of(type(pane.view))]
        places.append((pane.title.lower(), own))
    found: dict[tuple[str, str], Bound] = {}
    for place, bindings in places:
        by_name: dict[str, list[Binding]] = {}
        for binding in bindings:
            by_name.setdefault(binding.id or "", []).append(binding)
        for name, same in by_name.items():
            keys = tuple(dict.fromkeys(key for binding in same for key in binding.key.split(",")))
            what = same[0].tooltip or same[0].description
            shared = next((words for begin, words in SHARED.items() if name.startswith(begin)), place)
            found.setdefault((name, what), Bound(shared, name, keys, what))
    return list(found.values())


def key_table() -> str:
    """The bindings as a table of Markdown."""
    lines = ["| where | keys | what they do | name |", "|---|---|---|---|"]
    for one in bound():
        keys = " ".join(dict.fromkeys(f"`{show_key(key)}`" for key in one.keys)).replace("|", "\\|")
        lines.append(f"| {one.where} | {keys} | {one.sentence} | {one.name} |")
    return "\n".join(lines)


def written(text: str) -> str:
    """The README with the key table made anew."""
    head, _, rest = text.partition(BEGIN)
    mark, _, rest = rest.partition("\n")
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}{mark}\n{key_table()}\n{END}{tail}"


def test_the_key_table_is_that_of_the_bindings() -> None:
    text = README.read_text(encoding="utf-8")
    assert text == written(text), "make it anew: python tests/test_readme.py --write"


def test_the_keys_the_program_lists_are_those_of_the_bindings() -> None:
    assert list(shipped()) == bound(), "make the table anew: python tests/test_readme.py --write"


def test_every_binding_has_a_name_and_a_sentence() -> None:
    for make in PANES:
        pane = make()
        for binding in [*bindings_of(Desk), *bindings_of(type(pane)), *bindings_of(type(pane.view))]:
            assert binding.id, binding
            assert binding.tooltip, binding


def test_no_key_a_terminal_cannot_send_is_bound() -> None:
    for make in PANES:
        pane = make()
        for binding in [*bindings_of(Desk), *bindings_of(type(pane)), *bindings_of(type(pane.view))]:
            keys = set(binding.key.split(","))
            assert not keys & {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket"}


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    for name in COMMANDS:
        assert re.search(rf"backstory {name}\b", text), name


if __name__ == "__main__" and "--write" in sys.argv:
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
    TABLE.write_text("".join(f"{one.line}\n" for one in bound()), encoding="utf-8")
