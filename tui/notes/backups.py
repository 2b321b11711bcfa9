"""Dated copies of the last good states of a file: a handful, the newest ones and one for each of the last days."""

import contextlib
import os
from datetime import datetime
from pathlib import Path

from tui.notes import clock, files
from tui.notes.errors import ReadError, WriteError

FOLDER = "backups"
"""Name of the folder beside the file."""

NEWEST = 3
"""How many of the newest are kept whatever their age."""

DAYS = 5
"""For how many further days on which there was a backup the newest of that day is kept."""


def keep(path: Path, moment: datetime) -> None:
    """Keep the present state of `path`, if there is one, and thin the older ones.

    A hard link is enough and costs nothing: files are replaced by renaming, never written in place. A backup that
    cannot be made does not stop a save.
    """
    with contextlib.suppress(OSError, ReadError, WriteError):
        if not path.is_file() or path.stat().st_size == 0:
            return
        folder = path.parent / FOLDER
        files.make_private_folder(folder)
        backup = folder / f"{path.stem}-{clock.file_stamp(moment)}{path.suffix}"
        backup.unlink(missing_ok=True)
        _link(path, backup)
        _thin(folder, path)


def kept(path: Path) -> list[Path]:
    """The backups of a file, newest first."""
    with contextlib.suppress(OSError):
        names = (path.parent / FOLDER).iterdir()
        ours = [name for name in names if name.suffix == path.suffix and _belongs(name.stem, path.stem)]
        return sorted(ours, key=lambda name: name.name, reverse=True)
    return []


def _belongs(name: str, stem: str) -> bool:
    stamp = name.removeprefix(f"{stem}-")
    return stamp != name and len(stamp) == len("20261121T205242Z") and stamp[:8].isdigit()


def _link(path: Path, backup: Path) -> None:
    try:
        os.link(path, backup)
        backup.chmod(0o600)
    except OSError:
        data = files.read_bytes(path)
        if data is not None:
            files.write_private(backup, data)


def _thin(folder: Path, path: Path) -> None:
    wanted: set[Path] = set()
    days: set[str] = set()
    backups = kept(path)
    for number, backup in enumerate(backups):
        day = backup.stem[-16:-8]
        if number < NEWEST or (day not in days and len(days) < DAYS):
            wanted.add(backup)
            days.add(day)
    for backup in backups:
        if backup not in wanted:
            (folder / backup.name).unlink(missing_ok=True)
