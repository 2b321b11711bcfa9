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
    footer = text.rfind("\nPlease support", 0, footer) if "\nPlease support" in text else footer
    comments = text.index("says:", footer) - 20
    cuts = [0, title, footer, comments, len(text)]
    kinds = [PartKind.TITLE, PartKind.BODY, PartKind.FOOTER, PartKind.COMMENT]
    return [Part(kind, start, end) for kind, start, end in zip(kinds, cuts, cuts[1:], strict=False)]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    folder = os.environ.get("BACKSTORY_DUMPS")
    if not folder:
        pytest.skip("BACKSTORY_DUMPS does not name the folder of the two articles")
    return [path.read_text("utf-8") for path in sorted(Path(folder).glob("*.txt"))]


@pytest.fixture(scope="module")
def table(texts: list[str]) -> NameTable:
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
        ("Osama bin Laden", Kind.PERSON, ("bin Laden",)),
        ("Ayman al Zawahiri", Kind.PERSON, ("Zawahiri",)),
        ("Omar Farouq", Kind.PERSON, ("Farouq",)),
        ("Lloyd Austin", Kind.PERSON, ("Austin",)),
        ("al Qaeda in Iraq", Kind.ORGANISATION, ("Al Qaeda-in-Mesopotomia",)),
        ("Sheibani networks", Kind.ORGANISATION, ()),
        ("Karbala Provincial Joint Coordination Center", Kind.FACILITY, ("Provincial Joint Coordination Center",)),
        ("IEDs", Kind.WEAPON, ("improvised explosive device", "improvised explosive devices")),
        ("Majjar al-Kabir", Kind.PLACE, ()),
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


NAMES = """
David Petraeus; Muqtada al Sadr; Qais Qazali; Laith Qazali; Hassan Kazemi-Qomi; Ali Mussa Daqduq; Azhar al Dulaimi;
Mahmud Farhadi; Osama bin Laden; Abu Ayyub al Masri; Ayman al Zawahiri; Abu Musab al Zarqawi; Omar Farouq;
Abd al-Hadi al-Iraqi; Lloyd Austin; Mark Fox; Rick Lynch; Kevin Bergner; Akram al Kabi; Hassan Nasrallah;
James Gordon Meek; Nuri al-Maliki; Saddam Hussein;
Qods Force; Islamic Revolutionary Guards Corps; Special Groups; League of the Righteous; Hezbollah; Hezbollah Brigades;
Mahdi Army; Multinational Forces Iraq; Multinational Division Central; al Qaeda; al Qaeda in Iraq; al Qaeda Central;
Ramazan Corps; Zafr Command; Irbil Five; Egyptian Islamic Jihad; US Central Command; Georgian Army;
3rd Brigade of the Georgian Army; Brigade of the Promised Day; Iraqi Special Operations Forces; Government of Iraq;
Pentagon; SCIRI; Sheibani networks; Washington Post; The Independent; New York Daily News; Mouth of the Potomac;
Counterterrorism Blog; Long War Journal; Aviation Week and Space Technology; World Affairs Council;
Iraq; Iran; US; Baghdad; Karbala; Irbil; Wasit; Babil; Najaf; Maysan; Amarah; Majjar al-Kabir; Sadr City; Baqubah;
Basrah; Bagram; Afghanistan; Israel; Britain; Seattle; Southeast Asia; Karbala Provincial Joint Coordination Center;
EFPs; IEDs; Misagh 1; Global Leadership Series
"""
"""Whom and what a careful reader finds in the two articles."""

SLIP = "Karbala Provincial Joint Communications Center"
"""Another name of the coordination centre: a slip of the article that no rule may guess."""


def test_a_careful_readers_names_are_found_and_no_others(table: NameTable, texts: list[str]) -> None:
    found = [table.mentions(at, text, parts_of(text)) for at, text in enumerate(texts)]
    mentioned = {table.names[row].name for mentions in found for _, _, row in mentions}
    wanted = {" ".join(name.split()) for name in NAMES.split(";")}
    by_spelling = {spelling: entity.name for entity in table.names for spelling in (entity.name, *aliases(entity))}
    shown = {by_spelling.get(name, f"missing: {name}") for name in wanted}
    assert mentioned - {SLIP} == shown


def aliases(found: NamedEntity) -> list[str]:
    return [alias.name for alias in found.aliases]
