"""Promises of config.toml: what can be used is used, what cannot is named, nothing stops the start."""

from pathlib import Path

import pytest

from tui.reader.settings import load

KNOWN = {"article.note", "pane.find"}


def test_a_missing_file_says_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, KNOWN).keymap == {}
    assert load(tmp_path, KNOWN).problems == ()


def test_keys_are_taken_and_strangers_named(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[keys]\n"article.note" = "w"\n"article.fly" = "x"\n', encoding="utf-8")
    settings = load(tmp_path, KNOWN)
    assert settings.keymap == {"article.note": "w"}
    assert "article.fly" in settings.problems[0]


@pytest.mark.parametrize(
    "damage", [b"[keys\n", b"keys = 3\n", b"\xff\xfe\x00", b"a = " + b"[" * 5000, b"a = 1" + b"0" * 9000]
)
def test_a_damaged_file_is_named_and_does_not_stop_the_start(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "config.toml").write_bytes(damage)
    settings = load(tmp_path, KNOWN)
    assert settings.keymap == {}
    assert "config.toml" in settings.problems[0]


def test_a_syntax_error_is_named_with_line_and_column(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[keys]\n"article.note" = \n', encoding="utf-8")
    assert "line 2" in load(tmp_path, KNOWN).problems[0]


@pytest.mark.parametrize(
    ("words", "given", "columns", "theme", "problem"),
    [
        ("columns = 72", "", 72, "", ""),
        ("columns = 72", "60", 60, "", ""),
        ("columns = 72", "wide", 72, "", "BACKSTORY_COLUMNS needs a number"),
        ("columns = 72", "99999", 72, "", "BACKSTORY_COLUMNS needs a number"),
        ('columns = "72"', "", 0, "", "columns needs a number"),
        ("theme = 3", "", 0, "", "theme needs a name in quotes"),
        ('theme = "nord"', "", 0, "nord", ""),
        ('keys = "a"', "", 0, "", "[keys] must be a table"),
    ],
)
def test_a_width_and_a_theme_are_taken_or_named(
    tmp_path: Path, words: str, given: str, columns: int, theme: str, problem: str
) -> None:
    (tmp_path / "config.toml").write_text(words)
    found = load(tmp_path, (), {"BACKSTORY_COLUMNS": given} if given else {})
    assert (found.columns, found.theme) == (columns, theme)
    assert problem in "".join(found.problems)
    assert bool(found.problems) is bool(problem)
