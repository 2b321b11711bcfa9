"""Promises of the reader's keymap: what can be changed is changed, what cannot is named."""

import pytest

from tui.reader.bound import shipped
from tui.reader.keys import clashes, keymap_of, show_key

KNOWN = {"article.note", "pane.find"}


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("ctrl+o", "Ctrl-O"),
        ("alt+left", "Alt-←"),
        ("right_square_bracket", "]"),
        ("question_mark", "?"),
        ("G", "G"),
        ("g", "g"),
        ("f1", "F1"),
        ("escape", "Esc"),
        ("shift+tab", "Shift-Tab"),
        ("space", "Space"),
    ],
)
def test_keys_are_written_as_on_the_keyboard(key: str, shown: str) -> None:
    assert show_key(key) == shown


def test_a_known_action_takes_the_readers_keys() -> None:
    assert keymap_of({"article.note": "n, ctrl+n", "pane.find": "/"}, KNOWN) == (
        {"article.note": "n,ctrl+n", "pane.find": "slash"},
        [],
    )


def test_an_unknown_action_is_named() -> None:
    keymap, problems = keymap_of({"article.fly": "x"}, KNOWN)
    assert keymap == {}
    assert "article.fly" in problems[0]


@pytest.mark.parametrize("key", ["ctrl+i", "ctrl+m", "ctrl+h", "ctrl+["])
def test_a_key_no_terminal_can_send_is_refused_with_the_reason(key: str) -> None:
    keymap, problems = keymap_of({"article.note": key}, KNOWN)
    assert keymap == {}
    assert "a terminal sends it as" in problems[0]


@pytest.mark.parametrize("value", [3, "", "  ", ["a"]])
def test_a_value_that_is_no_key_is_refused(value: object) -> None:
    keymap, problems = keymap_of({"article.note": value}, KNOWN)
    assert keymap == {}
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("keymap", "said"),
    [
        ({"article.note": "i"}, ["i is both article.note and article.peek in text"]),
        ({"article.peek": "p"}, ["p is both article.peek and desk.jump in text"]),
        ({"rows.down": "x"}, ["x is both rows.down and timeline.conflicts in timeline"]),
        ({"desk.zoom": "p"}, ["p is both desk.jump and desk.zoom everywhere"]),
        ({"article.note": "i", "article.peek": "a"}, []),
        ({"article.note": "x"}, []),
        ({"article.note": "a,b"}, ["b is both article.note and page.page-up in text"]),
        ({"dossier.note": "M"}, ["M is both dossier.note and names.merge in dossier"]),
        ({"company.sort": "j"}, ["j is both company.sort and rows.down in who with whom"]),
        ({"front.next": "p"}, ["p is both desk.jump and front.next in front page"]),
        ({"peek.close": "x"}, []),
        ({}, []),
    ],
)
def test_a_key_that_would_do_two_things_is_named_with_both(keymap: dict[str, str], said: list[str]) -> None:
    found = clashes(keymap, shipped())
    assert [words.removeprefix("config.toml, [keys]: ").partition(";")[0] for words in found] == said


def test_every_key_can_be_given_to_something_else() -> None:
    known = {one.name for one in shipped()}
    wanted = dict.fromkeys(sorted(known), "f9")
    assert keymap_of(wanted, known) == (wanted, [])
