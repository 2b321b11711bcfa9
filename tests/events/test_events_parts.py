"""A row knows who did it, to whom, and where."""

import pytest
from event_texts import marked

from tui.events.parts import parts_of
from tui.events.topics import read
from tui.model import Part, PartKind


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("{Ann} arrested {Omar} in {Rome} in [[1990|1990]].", {"Ann": "who", "Omar": "whom", "Rome": "where"}),
        ("{Omar} was arrested by {Ann} in [[1990|1990]].", {"Ann": "who", "Omar": "whom"}),
        ("{Omar} was later freed near {Rome} in [[1990|1990]].", {"Omar": "whom", "Rome": "where"}),
        ("{Ann} fled to {Rome} in [[1990|1990]].", {"Ann": "who", "Rome": "where"}),
        ("{Rome} surrendered in [[1990|1990]].", {"Rome": "who"}),
        ("The fall of {Omar} was expected in [[1990|1990]].", {}),
        ("{Ann} spoke. She arrested {Omar} in [[1990|1990]].", {"Ann": "who", "Omar": "whom"}),
    ],
)
def test_parts_follow_from_subject_object_and_preposition(source: str, wanted: dict[str, str]) -> None:
    text = marked(source)
    people = {number for number, name in text.names.items() if name != "Rome"}
    reading = read(text.text, text.mentions, [Part(PartKind.BODY, 0, len(text.text))], people)
    (row,) = text.rows()
    inside = [mention for mention in text.mentions if row.start <= mention[0] < row.end]
    places = {number for number, name in text.names.items() if name == "Rome"}
    found = parts_of(text.text, row, inside, reading.topics, places)
    assert {text.names[entity]: part for entity, part in found} == wanted
