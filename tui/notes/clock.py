"""The one clock: what time it is for a note, and an id no other note will ever have."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Gives the present moment with its offset from UTC; tests pass their own."""


def now() -> datetime:
    """The present moment to the second, with the machine's local offset."""
    return datetime.now(UTC).astimezone().replace(microsecond=0)


def new_id(moment: datetime) -> str:
    """An id such as "20261121T205242Z-3f9ac1": the moment in UTC, and chance so that a wrong clock does no harm."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"


def file_stamp(moment: datetime) -> str:
    """The moment in UTC as file names carry it: "20261121T205242Z"; sorts by age."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
