"""How what can be jumped to is numbered elsewhere, once a few rows came or went there since it was put in order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Renumber = Callable[[int], int]
"""Gives the other number of a row; -1 where it has none."""


@dataclass(frozen=True, slots=True)
class Moved:
    """New and old numbers of targets, by their kind; kinds that are not there have the numbers they had."""

    now: Mapping[str, Renumber]
    """The number a target that was has now."""
    was: Mapping[str, Renumber]
    """The number it had."""
