"""Contrast as WCAG 2 reckons it, and the nearest colour that can be read where another one cannot."""

from functools import lru_cache

RGB = tuple[int, int, int]
"""Red, green, blue, 0 to 255 each."""

LEAST = 4.5
"""The contrast at which text can be read by people with poor sight (WCAG 2.2, success criterion 1.4.3)."""

_STEPS = 40


def luminance(colour: RGB) -> float:
    """Relative luminance of a colour, 0 for black to 1 for white."""
    channels = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=4096)
def ratio(one: RGB, other: RGB) -> float:
    """Contrast of two colours, 1 to 21, whichever of them is the ground."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def blend(one: RGB, other: RGB, share: float) -> RGB:
    """A colour with a share, 0 to 1, of another one mixed in."""
    red, green, blue = (round(mine + (its - mine) * share) for mine, its in zip(one, other, strict=True))
    return red, green, blue


@lru_cache(maxsize=4096)
def legible(letters: RGB, *grounds: RGB, least: float = LEAST) -> RGB:
    """The colour nearest to that of some letters which can be read on all of some grounds.

    It is moved towards white or black, whichever stands off better from the ground that is hardest to read on; where
    neither end will do for all of them, to the end that does best, if that is better than what was.
    """
    if worst(letters, grounds) >= least:
        return letters
    ends: tuple[RGB, RGB] = ((255, 255, 255), (0, 0, 0))
    far = max(ends, key=lambda end: worst(end, grounds))
    for step in range(1, _STEPS + 1):
        moved = blend(letters, far, step / _STEPS)
        if worst(moved, grounds) >= least:
            return moved
    return max(far, letters, key=lambda colour: worst(colour, grounds))


def worst(letters: RGB, grounds: tuple[RGB, ...]) -> float:
    """The least contrast letters have on any of some grounds."""
    return min((ratio(letters, ground) for ground in grounds), default=21.0)
