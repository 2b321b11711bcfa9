"""Promises of the documents: every command line they show runs, on the bundled collection, in a home of its own.

A fenced block that begins with "sh" is run line by line; one that begins with "sh install" is what .ci/run does.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tui import paths
from tui.commands.examples import EXAMPLES

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
NOTE = "20261121T2052"
"""How the id of a note begins in the examples."""

_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def lines_of(document: Path) -> list[str]:
    """The command lines of a document's blocks."""
    blocks = _BLOCK.findall(document.read_text(encoding="utf-8"))
    return [line for block in blocks for line in block.splitlines() if line.strip() and not line.startswith("#")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the bundled collection as ~/articles and the program on its PATH."""
    folder = tmp_path_factory.mktemp("home")
    shutil.copytree(paths.seeds(), folder / "articles")
    (folder / "bin").mkdir()
    program = folder / "bin" / "backstory"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n')
    program.chmod(0o755)
    return folder


def run(home: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line in the home, as a person would type it."""
    meant = ("LANG", "LC_ALL", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")
    known = {name: os.environ[name] for name in meant if name in os.environ}
    known |= {"HOME": str(home), "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], env=known, cwd=home, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, timeout=300, check=False,
    )  # fmt: skip


def expected(line: str) -> int:
    """The exit code of a line: 1 where the bundled collection holds nothing of what is asked for."""
    return 1 if "--suggestions" in line else 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here, which the lines are written for")
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_line_of_a_document_runs(home: Path, document: Path) -> None:
    lines = lines_of(document)
    assert lines or document.name != "README.md"
    for line in lines:
        if "python tests/bench" in line or line.startswith("BACKSTORY_COMMAND"):
            continue  # measured by hand; run by .ci/run
        done = run(home, line)
        assert done.returncode == expected(line), (line, done.stdout[-300:], done.stderr[-300:])


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here, which the lines are written for")
def test_every_example_of_the_help_runs(home: Path) -> None:
    add = 'backstory notes add --in ~/articles --entity Petraeus --text "ask"'
    assert run(home, add).returncode == 0  # examples that list notes find one
    for command, examples in EXAMPLES.items():
        for line, _ in examples:
            if "fish" in line:
                continue  # in tests/commands/test_shells.py
            if NOTE in line:
                ident = run(home, f"{add} --format json | grep '\"id\"' | cut -d '\"' -f 4").stdout.strip()
                line = line.replace(NOTE, ident)
            if command == "notes import":
                assert run(home, "backstory notes export --all --format json -o notes.json").returncode == 0
            done = run(home, line)
            assert done.returncode == expected(line), (line, done.stdout[-300:], done.stderr[-300:])


def test_what_is_installed_is_what_the_release_run_installs() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh install\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert len(blocks) == 2
    for step in ("-m venv .venv", "-e '.[dev]'", ".venv/bin/pytest"):
        assert step in blocks[1]
        assert step in script


def test_every_file_the_documents_point_to_is_there() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#\s]+)\)", document.read_text(encoding="utf-8")):
            assert re.match(r"[a-z]+:", target) or (document.parent / target).exists(), (document.name, target)
