"""Entities of corpus.toml that claim the same: named by line, and neither has its way."""

from itertools import permutations

from tui.manifest import read
from tui.model import Kind, KnownEntity
from tui.names.known import agree

FILE = b"""[corpus]
title = "x"

[[entity]]
name = "Qods Force"
aliases = ["QF", "the Force"]

[[entity]]
name = "Force India"
aliases = ["the force"]
kind = "organisation"

[[entity]]
name = "Force India"
kind = "person"
"""


def test_what_two_entities_claim_is_named_by_line_and_belongs_to_neither() -> None:
    found = read(FILE)
    assert [(entity.name, entity.kind, entity.aliases) for entity in found.entities] == [
        ("Qods Force", None, ("QF",)),
        ("Force India", None, ()),
    ]
    assert found.problems == (
        "corpus.toml: lines 4 and 8: “the force” is claimed by several entities, so it is an alias of none.",
        "corpus.toml: lines 8 and 13: “Force India” is given different kinds, so the text decides.",
    )


def test_headers_inside_a_text_are_not_counted_as_lines() -> None:
    found = read(b'[corpus]\ntitle = """\n[[entity]]\n"""\n' + FILE.split(b"\n", 2)[2])
    assert found.problems[0].startswith("corpus.toml: [[entity]] 1 and [[entity]] 2: ")


def test_the_order_of_entities_does_not_matter_for_what_they_claim() -> None:
    three = (
        KnownEntity("A", Kind.PLACE, ("x", "y")),
        KnownEntity("B", None, ("Y", "z")),
        KnownEntity("x", Kind.PERSON, ("w",)),
    )
    for order in permutations(three):
        agreed, clashes = agree(order)
        assert {(entity.name, entity.aliases) for entity in agreed} == {("A", ()), ("B", ("z",)), ("x", ("w",))}
        assert len(clashes) == 2
