"""Sentences are about whom their subject or pronoun means, and nobody where that is open."""

import pytest
from event_texts import marked

from tui.events.topics import read
from tui.model import Part, PartKind


def about(source: str, people: str) -> list[str]:
    """Whom each sentence or half sentence is about, "" for nobody."""
    text = marked(source)
    known = {number for number, name in text.names.items() if name in people.split()}
    reading = read(text.text, text.mentions, [Part(PartKind.BODY, 0, len(text.text))], known)
    starts = [start for part in reading.told for start, _ in part]
    found = [reading.topics.at(start) for start in starts]
    return [" ".join(text.names[one] for one in topic.who) if topic else "" for topic in found]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("{Ann} left. She was ill. She died.", ["Ann", "Ann", "Ann"]),
        ("{Ann} left. {Omar} pardoned him. He died.", ["Ann", "Omar", "Ann"]),
        ("{Ann} left. In Rome, she was held by {Omar}. Later she fled.", ["Ann", "Ann", "Ann"]),
        ("{Ann}, a friend of {Omar}, was held. She fled.", ["Ann", "Ann"]),
        ("{Ann} and {Omar} were held. They fled.", ["Ann Omar", "Ann Omar"]),
        ("{Ann} of the {League} was held. She fled.", ["Ann", "Ann"]),
        ("{Ann} met {Omar}. He died.", ["Ann", ""]),
        ("{Ann} left.\n\nShe died.", ["Ann", ""]),
        ("{Ann} left. The strike began. She died.", ["Ann", "", ""]),
        ("{Ann} left. The guards wanted her keys. She died.", ["Ann", "", "Ann"]),
        ("When {Omar} died, {Ann} was elected. She left.", ["Ann", "Ann"]),
    ],
)
def test_a_sentence_is_about_its_subject_or_whom_the_one_before_was_about(source: str, wanted: list[str]) -> None:
    assert about(source, "Ann Omar") == wanted


def test_a_pronoun_after_a_semicolon_goes_on_with_the_half_before() -> None:
    text = marked("{Ann} was held; she is believed to have died.")
    reading = read(text.text, text.mentions, [Part(PartKind.BODY, 0, len(text.text))], {0})
    topic = reading.topics.at(text.text.index("believed"))
    assert topic is not None
    assert topic.who == (0,)
    assert topic.pronoun
