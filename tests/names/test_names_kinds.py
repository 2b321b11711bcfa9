"""What a name is, by its words and what stands around it."""

import pytest

from tui.model import Kind, Part, PartKind
from tui.names.find import find_candidates
from tui.names.table import build_table


def kinds_in(text: str) -> dict[str, Kind]:
    table = build_table([find_candidates(text, [Part(PartKind.BODY, 0, len(text))])])
    return {entity.name: entity.kind for entity in table.names}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They met General Rick Lynch there.", "Rick Lynch", Kind.PERSON),
        ("It was run by Abu Musab al Zarqawi.", "Abu Musab al Zarqawi", Kind.PERSON),
        ("They joined the Ministry of Defence.", "Ministry of Defence", Kind.ORGANISATION),
        ("They feared the Qazali network.", "Qazali network", Kind.ORGANISATION),
        ("They fought in the city of Karbala.", "Karbala", Kind.PLACE),
        ("They crossed the Yukon River.", "Yukon River", Kind.PLACE),
        ("They fired a Misagh-1 at it.", "Misagh-1", Kind.WEAPON),
        ("They found explosively formed penetrators, or EFPs, in it.", "EFPs", Kind.WEAPON),
        ("They landed at Heathrow Airport at night.", "Heathrow Airport", Kind.FACILITY),
        ("They signed the Treaty of Versailles at last.", "Treaty of Versailles", Kind.EVENT),
    ],
)
def test_kinds(text: str, name: str, kind: Kind) -> None:
    assert kinds_in(text)[name] is kind
