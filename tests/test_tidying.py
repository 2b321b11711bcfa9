"""What the collector has to walk over is walked over while nobody types."""

import asyncio
import gc
import weakref

import pytest

from tui import tidying
from tui.tidying import Tidying


class Ring:
    """Something only the collector can free."""

    def __init__(self) -> None:
        self.me = self


def left_behind() -> "weakref.ref[Ring]":
    return weakref.ref(Ring())


async def test_what_is_left_behind_goes_in_the_pause_after_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying, "PAUSE", 0.02)
    gone = left_behind()
    Tidying().touched()
    assert gone() is not None, "nobody waits for the collector while a key is answered"
    for _ in range(200):
        await asyncio.sleep(0.01)
        if gone() is None:
            return
    pytest.fail("it was never collected")


async def test_what_was_set_aside_goes_too_once_nobody_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying, "PAUSE", 0.02)
    gone = left_behind()
    gc.freeze()
    Tidying().touched()
    for _ in range(200):
        await asyncio.sleep(0.01)
        if gone() is None:
            return
    pytest.fail("it was never collected")


async def test_nothing_is_collected_while_somebody_keeps_the_collector_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying, "PAUSE", 0.01)
    gone = left_behind()
    gc.disable()
    try:
        Tidying().touched()
        await asyncio.sleep(0.1)
        assert gone() is not None
    finally:
        gc.enable()
