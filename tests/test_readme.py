"""Promises of the README: its key table is the bindings', its commands are the program's.

Run as a program with --write, it makes the key table anew, and the one the program lists keys from.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from bound_keys import bound, dialog_classes, place_of, places

from tui.commands import COMMANDS
from tui.panes.rows import Rows
from tui.reader.bound import TABLE, Bound, shipped
from tui.reader.keys import LISTS, show_key

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- keys:", "<!-- /keys -->"


def key_table() -> str:
    """The bindings as two tables of Markdown: those of the panes, and folded those of the dialogs."""
    every = bound()
    reading, dialogs = ([one for one in every if one.at_desk is at_desk] for at_desk in (True, False))
    return "\n".join([
        *_table(reading), "", "<details><summary>In dialogs and on the front page</summary>", "", *_table(dialogs), "",
        "</details>",
    ])  # fmt: skip


def _table(rows: Sequence[Bound]) -> list[str]:
    lines = ["| where | keys | what they do | name |", "|---|---|---|---|"]
    for one in rows:
        keys = " ".join(dict.fromkeys(f"`{show_key(key)}`" for key in one.keys)).replace("|", "\\|")
        lines.append(f"| {one.where} | {keys} | {one.sentence} | {one.name} |")
    return lines


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
    for _, bindings in places():
        for binding in bindings:
            assert binding.id, binding
            assert binding.tooltip, binding


def test_no_key_a_terminal_cannot_send_is_bound() -> None:
    for _, bindings in places():
        for binding in bindings:
            keys = set(binding.key.split(","))
            assert not keys & {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket"}


def test_the_dialogs_that_are_lists_are_known_to_whoever_looks_for_clashes() -> None:
    listing = {
        place_of(kind)
        for kind in dialog_classes()
        for one in vars(sys.modules[kind.__module__]).values()
        if isinstance(one, type)
        and issubclass(one, Rows)
        and one.__module__.startswith("tui.dialogs")
        and one.can_focus
    }
    assert listing == LISTS


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    for name in COMMANDS:
        assert re.search(rf"backstory {name}\b", text), name


if __name__ == "__main__" and "--write" in sys.argv:
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
    TABLE.write_text("".join(f"{one.line}\n" for one in bound()), encoding="utf-8")
