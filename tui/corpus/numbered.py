"""Values that are held once each and go by a number: dates and words of which there are few and mentions many."""

from typing import Generic, TypeVar

from tui.model import When

_T = TypeVar("_T", str, When)


class Pool(Generic[_T]):
    """Each value once, with a number."""

    def __init__(self, *first: _T) -> None:
        """Begin with these values, numbered from 0."""
        self.values: list[_T] = []
        """The values by number."""
        self._numbers: dict[_T, int] = {}
        for value in first:
            self(value)

    def __call__(self, value: _T) -> int:
        """The number of a value."""
        number = self._numbers.setdefault(value, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number

    def same(self, value: _T) -> _T:
        """The equal value that is held already, so that there is only one of it."""
        return self.values[self(value)]
