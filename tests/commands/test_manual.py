"""The manual page: made from the parsers, read by those who read manual pages."""

import argparse
import shutil
import subprocess
from pathlib import Path

import pytest

from tui import __version__
from tui.__main__ import main
from tui.commands import COMMANDS
from tui.commands.examples import EXAMPLES
from tui.commands.man import acts_of, page, parser_of

SHIPPED = Path(__file__).parents[2] / "docs" / "backstory.1"


def test_the_page_that_is_shipped_is_that_of_the_parsers() -> None:
    assert SHIPPED.read_text(encoding="ascii") == page(), "make it anew: python -m tui man > docs/backstory.1"


def test_it_is_printed_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["man"]) == 0
    assert capsys.readouterr().out == page()


def test_every_command_has_examples() -> None:
    for command in COMMANDS:
        assert EXAMPLES[command]
    for act in acts_of(parser_of("notes")):
        assert EXAMPLES[f"notes {act}"]


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc, the reader this is held against, is not installed")
def test_mandoc_finds_nothing_wrong_with_it() -> None:
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "error", SHIPPED], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("man") is None, reason="man, the reader this is held against, is not installed")
def test_man_shows_every_command_and_option() -> None:
    done = subprocess.run(
        ["man", "-l", str(SHIPPED)],
        env={"PATH": "/usr/bin:/bin", "MANWIDTH": "200", "LC_ALL": "C.UTF-8"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        pytest.skip(f"man shows no pages here: {done.stderr.strip()}")
    shown = done.stdout
    assert f"backstory {__version__}" in shown
    for command in COMMANDS:
        assert f"backstory {command}" in shown
        for action in parser_of(command)._actions:
            hidden = action.help == argparse.SUPPRESS
            assert hidden or all(flag in shown for flag in action.option_strings), action
