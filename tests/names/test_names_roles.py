"""Roles: who is what to whom, as far as one sentence says it."""

import pytest

from tui.model import Part, PartKind
from tui.names.find import find_candidates
from tui.names.roles import find_roles
from tui.names.table import build_table


def roles_in(text: str) -> list[tuple[str, str, str]]:
    parts = [Part(PartKind.BODY, 0, len(text))]
    table = build_table([find_candidates(text, parts)])
    kinds = [entity.kind for entity in table.names]
    roles = find_roles(text, table.mentions(0, text, parts), kinds)
    return [(table.names[role.person].name, role.role, table.names[role.other].name) for role in roles]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They freed Laith Qazali, the brother of Qais Qazali.", ("Laith Qazali", "brother", "Qais Qazali")),
        ("They met Mahdi Army leader Muqtada al Sadr.", ("Muqtada al Sadr", "leader", "Mahdi Army")),
        ("They met Akram Kabi, commander of the Mahdi Army.", ("Akram Kabi", "commander", "Mahdi Army")),
        ("Omar Farouq, one of Osama bin Laden’s lieutenants, fled.", ("Omar Farouq", "lieutenant", "Osama bin Laden")),
        ("They caught Qais Qazali and his brother Laith Qazali.", ("Laith Qazali", "brother", "Qais Qazali")),
        ("Akram Kabi was one of the three commanders of the Mahdi Army.", ("Akram Kabi", "commander", "Mahdi Army")),
        (
            "Qais Qazali was a senior aide to Mahdi Army leader Muqtada al Sadr.",
            ("Qais Qazali", "senior aide", "Muqtada al Sadr"),
        ),
    ],
)
def test_stated_roles(text: str, role: tuple[str, str, str]) -> None:
    assert role in roles_in(text)


def test_a_denied_role_is_none() -> None:
    assert roles_in("They met Qais Qazali. Qais Qazali was not a member of the Mahdi Army.") == []


def test_others_beside_somebody_are_not_he() -> None:
    text = "They caught Laith Qazali and several other members of the Mahdi Army."
    assert roles_in(text) == []


def test_nothing_is_read_across_sentences() -> None:
    assert roles_in("They met Qais Qazali. A leader of Iran was there.") == []
