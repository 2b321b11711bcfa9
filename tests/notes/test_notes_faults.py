"""Notes outlive killed programs and crowds of writers: tried with real processes."""

import subprocess
import sys
import textwrap
import time
import tomllib
from collections import Counter
from pathlib import Path

from tui.notes.notebook import Notebook

ROOT = Path(__file__).parents[2]
KILLS = 200

WRITER = """
    import sys
    from pathlib import Path
    from tui.notes.notebook import Notebook
    folder, count, edits = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "edits"
    notebook = Notebook.open(folder, cached=folder / "notes.cache")
    print("ready", flush=True)
    for number in range(count):
        note = notebook.add("article", f"number {number}\\n")
        print("added", note.id, flush=True)
        if edits and number % 3 == 1:
            print("edited", notebook.edit(note.id, text="edited").id, flush=True)
        if edits and number % 3 == 2:
            notebook.delete(note.id)
            print("deleted", note.id, flush=True)
"""


KILLER = """
    # A warm program that for each line it is given starts a writer as a process of its own, which ends at a random
    # instant of its own processor time, wherever it is: a clock on the wall would kill it unborn where many run.
    import os, random, signal, sys
    import tui.notes.notebook
    chance = random.Random(1)
    for _ in sys.stdin:
        instant = 0.002 + chance.random() * 0.04
        child = os.fork()
        if child == 0:
            signal.setitimer(signal.ITIMER_PROF, instant)  # nobody handles its signal: it ends the process at once
            break
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == -signal.SIGPROF
        os.write(1, b"killed\\n")
    else:
        sys.exit()
"""


def writer(folder: Path, count: int, *, edits: bool = False) -> subprocess.Popen[str]:
    """Start a program that adds notes and says so after each."""
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(folder), str(count), "edits" if edits else ""]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)


def ids(path: Path) -> Counter[str]:
    """The ids in a notes file, which must be whole."""
    return (
        Counter(note["id"] for note in tomllib.loads(path.read_text()).get("note", [])) if path.exists() else Counter()
    )


def test_no_acknowledged_note_is_lost_when_its_writer_is_killed(tmp_path: Path) -> None:
    live: set[str] = set()
    gone: set[str] = set()
    command = [sys.executable, "-c", textwrap.dedent(KILLER) + textwrap.dedent(WRITER), str(tmp_path), "10000", "edits"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for number in range(KILLS):
            program.stdin.write("\n")
            program.stdin.flush()
            for line in program.stdout:
                word, _, ident = line.strip().removesuffix("killed").partition(" ")
                if len(ident) == len("20261121T205242Z-3f9ac1"):
                    (gone if word == "deleted" else live).add(ident)
                if line.endswith("killed\n"):  # perhaps behind words its end cut off
                    break
            if number % 10 and number != KILLS - 1:
                continue
            live -= gone
            kept, deleted = ids(tmp_path / "notes.toml"), ids(tmp_path / "notes-deleted.toml")
            assert not live - kept.keys() - deleted.keys()  # a delete may be done and not yet said
            assert gone <= deleted.keys()
            assert max(kept.values(), default=1) == 1
            assert max(deleted.values(), default=1) == 1
    assert len(live) >= KILLS / 10  # enough of them had begun, however busy the machine
    notebook = Notebook.open(tmp_path, cached=tmp_path / "notes.cache")
    assert notebook.problem == ""
    last = notebook.add("article", "after it all")
    assert ids(tmp_path / "notes.toml")[last.id] == 1
    assert not list(tmp_path.glob(".*.toml.*.tmp"))
    assert Notebook.open(tmp_path).notes == Notebook.open(tmp_path, cached=tmp_path / "notes.cache").notes


def test_eight_writers_at_once_with_a_reader_lose_nothing(tmp_path: Path) -> None:
    reader = Notebook.open(tmp_path)
    programs = [writer(tmp_path, 12) for _ in range(8)]
    mine = [reader.add("article", "mine").id for _ in range(5)]
    said = [program.communicate(timeout=120) for program in programs]
    assert [errors for _, errors in said if errors] == []
    added = [line.partition(" ")[2] for words, _ in said for line in words.splitlines() if line.startswith("added")]
    assert len(added) == 96
    assert ids(tmp_path / "notes.toml") == Counter(added + mine)
    reader.refresh()
    assert {note.id for note in reader.notes} == {*added, *mine}


def test_an_editor_that_saves_while_notes_are_added_loses_nothing_and_loses_no_note(tmp_path: Path) -> None:
    notebook = Notebook.open(tmp_path)
    first = notebook.add("article", "first")
    path = tmp_path / "notes.toml"
    remarks = 0
    with writer(tmp_path, 40) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        # As an editor does that asks before it overwrites: it saves only over what it has read.
        while program.poll() is None and remarks < 10:
            before = path.read_bytes()
            copy = tmp_path / "editor-copy"
            copy.write_bytes(b"# remark %d\n" % remarks + before)
            if path.read_bytes() == before:
                copy.replace(path)
                remarks += path.read_bytes().startswith(b"# remark %d\n" % remarks)
            time.sleep(0.01)
        said = program.stdout.read()
    assert Notebook.open(tmp_path).problem == ""
    assert first.id in ids(path)
    assert path.read_bytes().count(b"# remark") >= remarks - 1  # an editor takes no lock
    assert said.count("added") == 40
