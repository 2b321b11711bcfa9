"""The two articles the reader was asked to handle first: who is one, who is not, and what is no name."""

import os
from pathlib import Path

import pytest

from tui.model import Kind, Part, PartKind
from tui.names.find import find_candidates
from tui.names.table import NamedEntity, NameTable, build_table


def parts_of(text: str) -> list[Part]:
    title = text.index("\n")
    footer = text.index("\nBill Roggio is")
    comments = text.index("says:", footer) - 20
    cuts = [0, title, footer, comments, len(text)]
    kinds = [PartKind.TITLE, PartKind.BODY, PartKind.FOOTER, PartKind.COMMENT]
    return [Part(kind, start, end) for kind, start, end in zip(kinds, cuts, cuts[1:], strict=False)]


@pytest.fixture(scope="module")
def table() -> NameTable:
    folder = os.environ.get("BACKSTORY_DUMPS")
    if not folder:
        pytest.skip("BACKSTORY_DUMPS does not name the folder of the two articles")
    texts = [path.read_text("utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    return build_table([find_candidates(text, parts_of(text)) for text in texts])


def entity(table: NameTable, spelling: str) -> NamedEntity:
    (found,) = [
        entity
        for entity in table.names
        if spelling == entity.name or spelling in {a.name for a in entity.aliases if "in the articles" not in a.reason}
    ]
    return found


@pytest.mark.parametrize(
    ("name", "kind", "spellings"),
    [
        ("Qods Force", Kind.ORGANISATION, ("IRGC-QF", "Iranian Qods Force")),
        ("League of the Righteous", Kind.ORGANISATION, ("Asaib al Haq", "Qazali network")),
        ("Hezbollah", Kind.ORGANISATION, ("Lebanese Hezbollah",)),
        ("Hezbollah Brigades", Kind.ORGANISATION, ("Kata’ib Hezbollah",)),
        ("Special Groups", Kind.ORGANISATION, ("Secret Cells",)),
        ("David Petraeus", Kind.PERSON, ("Petraeus",)),
        ("Muqtada al Sadr", Kind.PERSON, ("Sadr",)),
        ("Azhar al Dulaimi", Kind.PERSON, ("Dulaimi", "Azhar al-Dulaimi")),
        ("Hassan Kazemi-Qomi", Kind.PERSON, ("Qomi", "Kazemi-Qomi")),
        ("Mussa Ali Daqduq", Kind.PERSON, ("Ali Mussa Daqduq", "Daqduq")),
        ("Mark Fox", Kind.PERSON, ("Fox",)),
        ("EFPs", Kind.WEAPON, ("explosively formed penetrators", "EFP")),
    ],
)
def test_who_is_one(table: NameTable, name: str, kind: Kind, spellings: tuple[str, ...]) -> None:
    found = entity(table, name)
    assert found.kind is kind
    assert all(entity(table, spelling) is found for spelling in spellings)


def test_who_is_not_one(table: NameTable) -> None:
    apart = ["Qais Qazali", "Laith Qazali", "League of the Righteous", "Hezbollah", "Hezbollah Brigades"]
    apart += [
        "al Qaeda",
        "al Qaeda in Iraq",
        "Qods Force",
        "Ramazan Corps",
        "Sadr City",
        "Mahdi Army",
        "Special Groups",
    ]
    assert len({entity(table, name).name for name in apart}) == len(apart)


def test_what_is_no_name(table: NameTable) -> None:
    spellings = {entity.name for entity in table.names} | {a.name for entity in table.names for a in entity.aliases}
    never = {
        "January",
        "General",
        "Winger",
        "Boko Haram",
        "Tags",
        "Iranian",
        "While",
        "Secret Cellsfrom",
        "Iranian Ratlines",
    }
    assert spellings.isdisjoint(never)
