"""What is remembered of words and names while a collection's are compared, and how it is let go of afterwards."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")

_KEPT: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """Remember the last `most` answers of a function, until `forget` is called; its arguments are hashable."""

    def keep(act: Callable[_P, _T]) -> Callable[_P, _T]:
        kept = lru_cache(maxsize=most)(act)
        _KEPT.append(kept.cache_clear)
        return kept  # type: ignore[return-value]  # it takes what `act` takes

    return keep


def forget() -> None:
    """Let go of all that: of tens of thousands of names it takes a hundred megabytes."""
    for clear in _KEPT:
        clear()
