"""What the program says of itself: its keys, its settings, its health, and what may be typed next."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tui import paths
from tui.__main__ import main
from tui.commands import COMMANDS
from tui.commands.completion import next_words
from tui.notes.notebook import Notebook


def test_keys_prints_every_binding_with_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "--print", "--format", "json"]) == 0
    found = {one["name"]: one for one in json.loads(capsys.readouterr().out)["keys"]}
    assert found["desk.jump"]["keys"] == ["p", "Ctrl-P"]


def test_keys_are_as_the_config_file_leaves_them(own_folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = own_folders / "config" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[keys]\n"desk.jump" = "f7"\n"desk.nonsense" = "x"\n')
    assert main(["keys", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert next(one for one in json.loads(out)["keys"] if one["name"] == "desk.jump")["keys"] == ["F7"]
    assert "desk.nonsense" in err


def test_keys_as_toml_can_be_put_into_the_config_file_as_they_are(
    own_folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = own_folders / "config" / "config.toml"
    config.parent.mkdir(parents=True)
    assert main(["keys", "--toml"]) == 0
    config.write_text(capsys.readouterr().out)
    assert main(["config", "check"]) == 0


def test_config_path_names_the_file_whether_or_not_it_is_there(
    own_folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "path"]) == 0
    assert capsys.readouterr().out == f"{own_folders / 'config' / 'config.toml'}\n"


def test_config_check_ends_with_1_and_names_what_cannot_be_used(
    own_folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = own_folders / "config" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[keys]\n"desk.jump" = 7\n')
    assert main(["config", "check"]) == 1
    assert "desk.jump" in capsys.readouterr().err
    assert main(["config", "check", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["schema"], told["exists"]) == ("backstory/1", True)
    assert "desk.jump" in told["problems"][0]


def test_config_check_writes_the_file_it_is_asked_for(tmp_path: Path, own_folders: Path) -> None:
    assert main(["config", "check", "-o", str(tmp_path / "wrong.txt")]) == 0
    assert (tmp_path / "wrong.txt").read_text() == ""
    (own_folders / "config").mkdir(parents=True)
    (own_folders / "config" / "config.toml").write_text('[keys]\n"desk.jump" = 7\n')
    assert main(["config", "check", "-o", str(tmp_path / "wrong.txt")]) == 1
    assert "desk.jump" in (tmp_path / "wrong.txt").read_text()


def test_config_check_is_a_document_also_where_nothing_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "check", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["exists"], told["problems"]) == (False, [])


def test_doctor_finds_nothing_wrong_where_nothing_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--format", "json"]) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {"Python", "textual", "notes folder", "notes", "corrections", "config.toml"} <= {
        one["what"] for one in findings
    }
    assert all(one["ok"] for one in findings)


def test_every_column_of_a_table_of_doctor_has_a_head(capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor", "--format", "csv"])
    assert capsys.readouterr().out.startswith("what,state,verdict\n")


def test_doctor_names_a_damaged_notes_file_and_ends_with_4(
    own_folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Notebook.open(paths.data()).add("article", "kept")
    (own_folders / "data" / "notes.toml").write_text("[[note]\n")
    assert main(["doctor"]) == 4
    assert "line 1" in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_doctor_says_when_others_can_read_the_notes(own_folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_folders / "data").mkdir(parents=True)
    (own_folders / "data").chmod(0o755)
    assert main(["doctor"]) == 1
    assert "chmod 700" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["data", "config", "state", "cache"])
def test_doctor_names_a_file_where_a_folder_should_be(
    own_folders: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    own_folders.mkdir()
    (own_folders / name).write_text("")
    assert main(["doctor"]) in (1, 4)
    assert f"{own_folders / name} is a file" in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_doctor_names_what_cannot_be_written_but_config_is_only_read(
    own_folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_folders / "config").mkdir(parents=True)
    (own_folders / "config").chmod(0o500)
    assert main(["doctor"]) == 0
    own_folders.chmod(0o500)
    try:
        assert main(["doctor"]) == 1
    finally:
        own_folders.chmod(0o700)
        (own_folders / "config").chmod(0o700)
    out = capsys.readouterr().out
    for name in ("data", "state", "cache"):
        assert f"{own_folders / name} cannot be made: {own_folders} cannot be written to" in out


def test_commands_are_offered_first_each_with_what_it_prints() -> None:
    assert [word.partition("\t")[0] for word in next_words([], "")] == list(COMMANDS)


@pytest.mark.parametrize(
    ("before", "current", "offered"),
    [
        (["timeline"], "--fr", ["--from"]),
        (["timeline", "--format"], "js", ["json", "jsonl"]),
        (["notes"], "ch", ["check"]),
        (["notes", "export", "--format"], "w", ["w3c"]),
        (["completion"], "f", ["fish"]),
        (["show", "--in", "SEEDS"], "rel", ["release-of-qods-force-agents.txt"]),
        (["entity", "--in", "SEEDS"], "qods f", ["Qods Force"]),
        (["timeline", "--in", "SEEDS", "--entity"], "Qods F", ["Qods Force"]),
        (["list", "--in"], "", []),
    ],
)
def test_what_may_stand_next_is_offered(before: list[str], current: str, offered: list[str]) -> None:
    typed = [str(paths.seeds()) if word == "SEEDS" else word for word in before]
    assert [word.partition("\t")[0] for word in next_words(typed, current)] == offered


def test_a_collection_that_is_not_there_offers_nothing() -> None:
    assert next_words(["show", "--in", "/nowhere/at/all"], "") == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_completes_a_name_with_a_blank_in_it() -> None:
    script = """
        backstory() { "$PYTHON" -m tui "$@"; }
        eval "$(backstory completion bash)"
        COMP_WORDS=(backstory entity --in "$SEEDS" "Qods\\\\ F") COMP_CWORD=4
        _backstory
        printf '%s\\n' "${COMPREPLY[@]}"
        COMP_WORDS=(backstory notes "") COMP_CWORD=2
        _backstory
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "-c", script],
        env={**os.environ, "PYTHON": sys.executable, "SEEDS": str(paths.seeds())},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[:2] == ["Qods\\ Force", "list"]
