"""Promises of our two themes: every look can be read, 4.5 : 1 and better, on the page and under the cursor."""

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.panes.inks import LOOKS
from tui.themes import DARK, LIGHT, fallbacks


def colours_of(theme: Theme) -> dict[str, str]:
    """Every theme variable as the app has it."""
    return {**fallbacks(theme), **theme.to_color_system().generate(), **theme.variables}


def ratio(one: Color, other: Color) -> float:
    """Contrast of two colours as WCAG 2 reckons it: (lighter + 0.05) / (darker + 0.05) of relative luminance."""

    def luminance(colour: Color) -> float:
        channels = [part / 255 for part in colour.rgb]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


DRAWN = {"rule"}
"""Looks of lines that are drawn and say nothing: no letter wears them, and the words beside them say what they do."""


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("look", [name for name, look in LOOKS.items() if look.colour and name not in DRAWN])
def test_letters_can_be_read_on_the_page(theme: Theme, look: str) -> None:
    colours = colours_of(theme)
    letters = Color.parse(colours[LOOKS[look].colour or ""])
    for ground in ("background", "surface"):
        assert ratio(letters, Color.parse(colours[ground])) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", [look.ground for look in LOOKS.values() if look.ground])
def test_plain_letters_can_be_read_on_every_ground(theme: Theme, ground: str) -> None:
    colours = colours_of(theme)
    assert ratio(Color.parse(colours["foreground"]), Color.parse(colours[ground])) >= 4.5


@pytest.mark.parametrize("look", [name for name in LOOKS if name not in DRAWN])
def test_every_look_differs_from_plain_text_without_colour_or_says_so_by_a_sign(look: str) -> None:
    said_by_sign = {"meta", "body", "comment", "footer", "fold", "reading", "clause", "dim", "when", "accent", "note",
                    "mark-note", "mark-event"}  # fmt: skip
    shown = LOOKS[look]
    weight = shown.weight if shown.plain is None else shown.plain
    assert weight or look in said_by_sign
