"""The one place that writes files: a file is either its whole old self or its whole new self, private, and on disk."""

import contextlib
import os
import secrets
import stat
import time
from collections.abc import Callable
from pathlib import Path

from tui.notes.errors import ReadError, WriteError, fault, reason

LARGEST = 512 * 1024 * 1024
"""Bytes beyond which a file is not read: no notes file is that large, so it is something else."""

_UNSUPPORTED = (22, 95)  # EINVAL, ENOTSUP: file systems that know no fsync of a folder


def make_private_folder(folder: Path) -> None:
    """Make a folder and its parents, 0700 whatever the umask; one that is there is left as it is.

    Raises `WriteError`.
    """
    try:
        missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
        for step in reversed(missing):
            with contextlib.suppress(FileExistsError):
                step.mkdir(mode=0o700)
                step.chmod(0o700)
                sync_folder(step.parent)
        if not folder.is_dir():
            raise NotADirectoryError(20, "not a directory")
    except OSError as error:
        raise fault("make the folder", folder, error) from error


def real_path(path: Path) -> Path:
    """The file behind a symbolic link, or the path itself: what is replaced, so that the link stays."""
    return Path(os.path.realpath(path))


def read_bytes(path: Path) -> bytes | None:
    """The whole of a regular file, or None if there is none.

    Never waits on a pipe or a device. Raises `ReadError`.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReadError(f"Cannot read {path}: {reason(error)}.") from error
    try:
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode):
            raise ReadError(f"Cannot read {path}: it is not a regular file.")
        if facts.st_size > LARGEST:
            raise ReadError(f"Cannot read {path}: it is larger than {LARGEST // 1024**2} MB.")
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            return stream.read()
    except OSError as error:
        raise ReadError(f"Cannot read {path}: {reason(error)}.") from error
    finally:
        with contextlib.suppress(OSError):  # what was read was read
            os.close(descriptor)


def write_private(
    path: Path,
    data: bytes,
    *,
    verify: Callable[[bytes], None] | None = None,
    before_rename: Callable[[Path], None] | None = None,
) -> None:
    """Put `data` in place of a file, whole or not at all, 0600; on return it is on disk.

    A temporary file in the same folder is written, synced and read back, then renamed over the target of `path`,
    and the folder is synced. `verify` is given the bytes read back and raises to refuse them; `before_rename` is
    given the file about to be replaced. Raises `WriteError`; the old file is whole then.
    """
    target = real_path(path)
    make_private_folder(target.parent)
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(6)}.tmp")
    try:
        try:
            _write_new(temporary, data)
            written = temporary.read_bytes()
            if written != data:
                raise WriteError(f"Cannot write {path}: what was written did not read back the same.")
            if verify is not None:
                verify(written)
            if before_rename is not None:
                before_rename(target)
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)
    except OSError as error:
        raise fault("write", path, error) from error


def append_private(path: Path, data: bytes) -> None:
    """Append to a file in one write, 0600, without waiting for the disk: for caches that are checked when read.

    Raises `WriteError`.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            _write_all(descriptor, data)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise fault("write", path, error) from error


def remove(path: Path) -> None:
    """Remove a file if it is there, and wait until the folder says so on disk. Raises `WriteError`."""
    try:
        path.unlink()
        sync_folder(path.parent)
    except FileNotFoundError:
        return
    except OSError as error:
        raise fault("remove", path, error) from error


def sweep(path: Path, *, older: float = 0.0) -> None:
    """Remove temporary files that writers of `path` left when they were killed, if `older` than so many seconds.

    Without an age to go by, hold the lock all its writers take.
    """
    target = real_path(path)
    with contextlib.suppress(OSError):
        for leftover in target.parent.glob(f".{_plain(target.name[:100])}.*.tmp"):
            if time.time() - leftover.stat().st_mtime >= older:
                leftover.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on disk; nothing where the system knows no such thing. Raises OSError."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise
    finally:
        os.close(descriptor)


def _write_new(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o600)  # a umask such as 0777 would have taken even the owner's rights
        _write_all(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _plain(name: str) -> str:
    """A file name as a glob pattern that means only itself."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)
