"""How each thing looks: a theme colour, a ground, a weight. What hand-drawn lines take their styles from.

Textual's component classes would say the same in a style sheet, but each is matched against every rule for every list
at every start: a hundred of them cost a third of the time to the first page.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rich.color import Color
from rich.style import Style
from textual.app import App

from tui.contrast import legible
from tui.model import Kind


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look. What is None stays as it is beneath."""

    colour: str | None = None
    """Theme variable of the letters."""
    ground: str | None = None
    """Theme variable behind them."""
    weight: str = ""
    """Rich attributes: bold, underline, reverse."""
    plain: str | None = None
    """Attributes instead of `weight` where no colour may be printed; None: the same."""


LOOKS: dict[str, Look] = {
    # names and dates, in the text and in every list
    **{kind.value: Look(f"kind-{kind.value}", plain="bold") for kind in Kind},
    "date": Look("date-said", weight="underline"),
    "when": Look("quiet"),
    # the parts of an article
    "title": Look("ink", weight="bold"),
    "meta": Look("quiet"),
    "body": Look("ink"),
    "heading": Look("ink", weight="bold"),
    "quote": Look("ink"),
    "code": Look("quiet"),
    "comment": Look("quiet"),
    "footer": Look("faint"),
    "fold": Look("accent-ink"),
    # what stands out in it
    "noted": Look(ground="noted-ground", plain="underline"),
    "focus": Look(ground="focus-ground", weight="bold"),
    "found": Look(ground="found-ground", weight="underline", plain="bold underline"),
    "link": Look(weight="reverse"),
    "chosen": Look(weight="reverse"),
    "label": Look("accent-ink", weight="bold reverse"),
    # its margin
    "reading": Look("accent-ink"),
    "clause": Look("faint"),
    "mark-note": Look("note-mark"),
    "mark-event": Look("faint"),
    "mark-conflict": Look("conflict-mark", weight="bold"),
    # lists
    "head": Look("quiet", weight="bold"),
    "rule": Look("panel"),
    "dim": Look("quiet"),
    "accent": Look("accent-ink"),
    "lit": Look(weight="bold"),
    "matched": Look("accent-ink", weight="bold underline"),
    "warning": Look("conflict-mark", weight="bold"),
    "note": Look("note-mark"),
    "cursor": Look(ground="cursor-ground", plain="reverse"),
    "cursor-blurred": Look(ground="cursor-ground-quiet", plain="underline"),
}
"""Every look by its name."""


def style_of(app: App[Any], name: str) -> Style:
    """The style of a look in the theme the app wears now; raises KeyError for a name that is no look."""
    look = LOOKS[name]
    if app.no_color:
        return _style(None, None, look.weight if look.plain is None else look.plain)
    colours = app.theme_variables
    return _style(
        colours[look.colour] if look.colour else None, colours[look.ground] if look.ground else None, look.weight
    )


@lru_cache(maxsize=4096)
def readable(style: Style) -> Style:
    """A style whose letters can be read on their ground: their colour moved just as far as it takes.

    Colours of names and signs are chosen for the page; this is for where they meet the cursor, a hit, a note.
    """
    if style.color is None or style.bgcolor is None or style.color.is_default or style.bgcolor.is_default:
        return style
    letters, ground = style.color.get_truecolor(), style.bgcolor.get_truecolor()
    if style.reverse:
        letters, ground = ground, letters
    found = legible(tuple(letters), tuple(ground))
    if found == tuple(letters):
        return style
    moved = Color.from_rgb(*found)
    return style + (Style(bgcolor=moved) if style.reverse else Style(color=moved))


@lru_cache(maxsize=512)
def _style(colour: str | None, ground: str | None, weight: str) -> Style:
    words = set(weight.split())
    return Style(
        color=colour,
        bgcolor=ground,
        bold="bold" in words or None,
        underline="underline" in words or None,
        reverse="reverse" in words or None,
    )
