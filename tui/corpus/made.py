"""Sequences whose items are made when asked for."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

_T = TypeVar("_T")


class Made(Sequence[_T], Generic[_T]):
    """A sequence whose items are made when asked for."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_T]: ...
    def __getitem__(self, index: int | slice) -> _T | Sequence[_T]:
        if isinstance(index, slice):
            return [self._make(one) for one in range(*index.indices(self._count))]
        if not -self._count <= index < self._count:
            raise IndexError(index)
        return self._make(index % self._count)

    def __iter__(self) -> Iterator[_T]:
        return map(self._make, range(self._count))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == its for mine, its in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as a list has none

    def _make(self, row: int) -> _T:
        raise NotImplementedError


class Ahead(Made[_T]):
    """Items that are there, and behind them others that are made when asked for."""

    def __init__(self, there: Sequence[_T], more: int, make: Callable[[int], _T]) -> None:
        """`make` gives the item of a place counted from the first that is not there."""
        super().__init__(len(there) + more)
        self._there, self._behind = there, make

    def _make(self, row: int) -> _T:
        return self._there[row] if row < len(self._there) else self._behind(row - len(self._there))
