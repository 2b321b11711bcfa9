"""The table of promises names tests that are there, and every test of this folder."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def names_in(folder: Path) -> set[str]:
    return {
        name
        for file in folder.rglob("test_*.py")
        for name in re.findall(r"^(?:async )?def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }


def test_every_promise_names_tests_that_are_there_and_every_test_here_is_named() -> None:
    table = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", table))
    assert named <= names_in(ROOT / "tests")
    own = {"test_every_promise_names_tests_that_are_there_and_every_test_here_is_named"}
    assert names_in(Path(__file__).parent) - own <= named
    for line in table.splitlines():
        if line.startswith("| ") and "held by" not in line:
            assert "`test_" in line, line
