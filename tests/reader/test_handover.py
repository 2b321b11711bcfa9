"""Words handed to an editor and taken back: the reader's own one, never a shell, nobody else can read them."""

import stat
from pathlib import Path

import pytest

from tui.reader.handover import Handover, editor_of


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ["vi"]),
        ({"EDITOR": "nano"}, ["nano"]),
        ({"VISUAL": "code --wait", "EDITOR": "nano"}, ["code", "--wait"]),
        ({"VISUAL": "  ", "EDITOR": "'/my apps/ed' -x"}, ["/my apps/ed", "-x"]),
        ({"EDITOR": "ed; rm -rf $HOME"}, ["ed;", "rm", "-rf", "$HOME"]),
        ({"EDITOR": "it's"}, ["it's"]),
    ],
)
def test_the_editor_is_a_list_of_arguments(environ: dict[str, str], expected: list[str]) -> None:
    assert editor_of(environ) == expected


def test_words_go_out_privately_and_come_back_without_the_editors_line_end(tmp_path: Path) -> None:
    handed = Handover("é half a thought", tmp_path / "drafts")
    assert stat.S_IMODE(handed.path.stat().st_mode) == 0o600
    assert handed.path.read_text(encoding="utf-8") == "é half a thought"
    handed.path.write_bytes("\ufeffé a whole one\r\nand more\r\n".encode())
    assert handed.take() == "é a whole one\nand more"
    assert list((tmp_path / "drafts").iterdir()) == []


def test_a_file_the_editor_took_away_leaves_the_words_as_they_were(tmp_path: Path) -> None:
    handed = Handover("kept", tmp_path)
    handed.path.unlink()
    assert handed.take() == "kept"


def test_bytes_that_are_no_text_are_no_error(tmp_path: Path) -> None:
    handed = Handover("", tmp_path)
    handed.path.write_bytes(b"caf\xe9\n")
    assert handed.take() == "caf\N{REPLACEMENT CHARACTER}"
