"""Going on in an editor of one's own: which one, and the private file that is handed to it and taken back."""

import secrets
import shlex
from collections.abc import Mapping
from pathlib import Path

from tui.notes import files

FALLBACK = "vi"
"""The editor where neither VISUAL nor EDITOR names one: POSIX has it everywhere."""


def editor_of(environ: Mapping[str, str]) -> list[str]:
    """The editor as a list of arguments, from VISUAL, then EDITOR; never a line for a shell."""
    for name in ("VISUAL", "EDITOR"):
        try:
            command = shlex.split(environ.get(name, ""))
        except ValueError:
            command = [environ[name]]
        if command and command[0]:
            return command
    return [FALLBACK]


class Handover:
    """Words in a file of their own, 0600, for as long as an editor has them."""

    def __init__(self, text: str, folder: Path) -> None:
        """Put the words on disk in a folder, made if need be. Raises `WriteError`."""
        self._text = text
        self.path = folder / f"editing-{secrets.token_hex(6)}.md"
        """The file."""
        files.make_private_folder(folder)
        files.write_private(self.path, text.encode("utf-8", "replace"))

    def take(self) -> str:
        """The words as the editor left them, and no file any more. Raises `ReadError`, `WriteError`."""
        data = files.read_bytes(self.path)
        self.drop()
        if data is None:
            return self._text
        text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        # Editors end a file with a line end that nobody typed.
        return text[:-1] if text.endswith("\n") and not self._text.endswith("\n") else text

    def drop(self) -> None:
        """Remove the file. Raises `WriteError`."""
        files.remove(self.path)
