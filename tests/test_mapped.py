"""Files that are mapped read the same after they were let go of."""

import gc
import mmap
import weakref
from pathlib import Path

import pytest

from tui import mapped


def test_what_was_let_go_of_is_there_when_it_is_looked_at_again(tmp_path: Path) -> None:
    place = tmp_path / "numbers"
    place.write_bytes(bytes(range(256)) * 4096)
    with place.open("rb") as file:
        held = mapped.map_file(file)
    before = sum(held[::100])
    mapped.let_go()
    assert sum(held[::100]) == before


@pytest.mark.skipif(not hasattr(mmap, "MADV_DONTNEED"), reason="this system is not told what is not needed")
def test_letting_go_gives_memory_back(tmp_path: Path) -> None:
    place = tmp_path / "numbers"
    place.write_bytes(bytes(range(256)) * (1 << 16))
    with place.open("rb") as file:
        held = mapped.map_file(file)
    sum(held[::4096])
    used = resident()
    mapped.let_go()
    assert resident() < used - 8_000


def test_a_file_nobody_reads_any_more_is_no_longer_kept(tmp_path: Path) -> None:
    place = tmp_path / "numbers"
    place.write_bytes(b"12345678")
    with place.open("rb") as file:
        held = mapped.map_file(file)
    assert held in mapped._MAPPED
    kept = weakref.ref(held)
    del held
    gc.collect()
    assert kept() is None


def resident() -> int:
    """Kilobytes this process holds."""
    status = Path("/proc/self/status")
    if not status.exists():
        pytest.skip("this system does not say how much memory a process holds")
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmRSS"))
