"""What the program promises of its JSON: every key of every document, of the type it was promised to have."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from process import Program

TYPES = {"person", "organisation", "place", "weapon", "facility", "event", "other"}

NOTHING = type(None)
Shape = Mapping[str, Any]

MENTION: Shape = {"article": str, "start": int, "end": int, "text": str}
ENTITY: Shape = {
    "name": str, "type": str, "aliases": [str], "why": dict, "count": int, "articles": int, "first": (str, NOTHING),
    "last": (str, NOTHING), "mentions": [MENTION],
}  # fmt: skip
DATE: Shape = {
    "article": str, "start": int, "end": int, "text": str, "value": (str, NOTHING), "precision": str,
    "approximate": bool, "rule": str,
}  # fmt: skip
EVENT: Shape = {
    "id": str, "article": str, "start": int, "end": int, "date": str, "precision": str, "rule": str, "headline": str,
    "entities": [str], "cluster": str, "reported": bool,
}  # fmt: skip
CONFLICT: Shape = {"kind": str, "fact": str, "events": [str], "reason": str}
NOTE: Shape = {
    "id": str, "on": str, "text": str, "tags": [str], "created": str, "updated": str, "article": (str, NOTHING),
    "quote": (str, NOTHING), "start": (int, NOTHING), "end": (int, NOTHING), "entity": (str, NOTHING),
    "event": (str, NOTHING), "anchor": str,
}  # fmt: skip

DOCUMENTS: dict[str, tuple[tuple[str, ...], Shape]] = {
    "list": (
        ("list",),
        {
            "articles": [
                {"id": str, "title": str, "published": (str, NOTHING), "byline": str, "chars": int, "parts": dict}
            ],
            "skipped": [{"path": str, "reason": str}],
        },
    ),
    "show": (
        ("show", "raid.txt"),
        {
            "id": str, "title": str, "published": (str, NOTHING), "published_from": str, "byline": str, "source": str,
            "url": str, "text": str, "parts": [{"kind": str, "start": int, "end": int, "by": str}],
        },
    ),
    "entities": (("entities",), {"entities": [ENTITY]}),
    "entity": (("entity", "farhadi"), {"entity": ENTITY, "events": [EVENT], "companions": [dict], "notes": [NOTE]}),
    "timeline": (("timeline",), {"dates": [DATE], "events": [EVENT], "conflicts": [CONFLICT]}),
    "conflicts": (("conflicts",), {"conflicts": [CONFLICT]}),
    "jump": (
        ("jump", "weber"),
        {
            "results": [
                {"kind": str, "name": str, "matched": str, "article": (str, NOTHING), "start": int, "tier": str,
                 "score": (int, float)}
            ]
        },
    ),
    "search": (
        ("search", "weber"),
        {
            "hits": [
                {"article": str, "start": int, "end": int, "line": int, "before": str, "match": str, "after": str}
            ]
        },
    ),
    "notes": (("notes", "list"), {"notes": [NOTE]}),
}  # fmt: skip
"""A command line for each document, and the keys it must have with their types: a list is of the one type in it."""


def unlike(found: object, shape: object, where: str) -> list[str]:
    """What of a document is not as its shape says."""
    if isinstance(shape, Mapping):
        if not isinstance(found, dict):
            return [f"{where} is no object"]
        wrong = [f"{where}.{key} is not there" for key in shape if key not in found]
        return wrong + [
            fault for key in shape if key in found for fault in unlike(found[key], shape[key], f"{where}.{key}")
        ]
    if isinstance(shape, list):
        if not isinstance(found, list) or (not found and isinstance(shape[0], Mapping)):
            return [f"{where} is no list, or one of documents with none in it"]
        return [fault for at, item in enumerate(found) for fault in unlike(item, shape[0], f"{where}[{at}]")]
    if isinstance(shape, type | tuple):
        alike = isinstance(found, shape) and (shape is bool or not isinstance(found, bool))
        return [] if alike else [f"{where} is {found!r}"]
    raise TypeError(shape)


@pytest.fixture(scope="module")
def noted(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    program = Program(tmp_path_factory.mktemp("noted"))
    quote = "Mahmud Farhadi was captured in Irbil"
    add = ("notes", "add", "--in", shelf, "--text", "x", "--tag", "check")
    event = program("timeline", shelf, "--format", "json").json["events"][0]["id"]
    for about in (
        ("--on", "raid.txt", "--quote", quote),
        ("--on", "page.html"),
        ("--entity", "Karl Weber"),
        ("--event", event),
    ):
        assert program(*add, *about).code == 0
    return program


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_has_every_key_that_was_promised(noted: Program, shelf: Path, name: str) -> None:
    command, shape = DOCUMENTS[name]
    document = noted.once(*command, "--in", shelf, "--format", "json").json
    assert next(iter(document)) == "schema"
    assert unlike(document, shape, name) == []


def test_kinds_conflicts_and_anchors_are_of_the_words_promised(noted: Program, shelf: Path) -> None:
    entities = noted.once("entities", "--in", shelf, "--format", "json").json["entities"]
    assert {entity["type"] for entity in entities} <= TYPES
    timeline = noted.once("timeline", "--in", shelf, "--format", "json").json
    assert {conflict["kind"] for conflict in timeline["conflicts"]} <= {"hard", "soft"}
    notes = noted.once("notes", "list", "--in", shelf, "--format", "json").json["notes"]
    assert {note["on"] for note in notes} == {"span", "article", "entity", "event"}
    assert {note["anchor"] for note in notes} == {"exact"}


def test_ids_of_events_are_those_that_conflicts_clusters_and_notes_name(noted: Program, shelf: Path) -> None:
    timeline = noted.once("timeline", "--in", shelf, "--format", "json").json
    ids = [event["id"] for event in timeline["events"]]
    assert len(ids) == len(set(ids))
    assert {event["cluster"] for event in timeline["events"]} <= set(ids)
    for conflict in timeline["conflicts"]:
        assert len(conflict["events"]) == 2
        assert set(conflict["events"]) <= set(ids)
    notes = noted.once("notes", "list", "--in", shelf, "--format", "json").json["notes"]
    assert {note["event"] for note in notes if note["on"] == "event"} == {ids[0]}


def test_every_alias_of_an_entity_has_its_reason(noted: Program, shelf: Path) -> None:
    entities = noted.once("entities", "--in", shelf, "--format", "json").json["entities"]
    assert any(entity["aliases"] for entity in entities)
    for entity in entities:
        assert list(entity["why"]) == entity["aliases"]
        assert all(entity["why"].values())


def test_ids_of_events_are_the_same_at_the_next_reading(noted: Program, shelf: Path) -> None:
    before = noted.once("timeline", "--in", shelf, "--format", "json").json["events"]
    noted("index", "--full", shelf)
    assert noted("timeline", shelf, "--format", "json").json["events"] == before
