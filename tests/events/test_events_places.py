"""Where verbs, deeds, fates and pronouns stand, against a plain reading of the same words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.events.places import action_verbs, first_verb, has_pronoun, may_tell_fate, past_first_verb, past_verbs
from tui.events.verbs import is_verb

WORDS = ("the", "army", "was", "seized", "Seized", "He", "him", "their", "co-founded", "death", "’he", "é", "1999", "—")

TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


@given(TEXTS)
def test_the_first_verb_is_the_first_word_that_is_one(text: str) -> None:
    words = [word for word in re.finditer(r"[\w’'-]+", text) if is_verb(word[0])]
    assert first_verb(text, 0, len(text)) == next((word.start() for word in words if word.start()), len(text))
    assert past_first_verb(text, 0, len(text)) == next((word.end() for word in words), len(text))


@given(TEXTS)
def test_deeds_fates_and_pronouns_are_found_wherever_they_stand(text: str) -> None:
    acting = [(m.start(), m.end()) for m in re.finditer(r"\b[Ss]eized\b|co-founded(?=!)", text)]
    assert [(start, end) for start, end, _ in action_verbs(text, 0, len(text))] == acting
    assert past_verbs(text, 0, len(text)) == [m.start() for m in re.finditer(r"\bseized\b", text)]
    assert may_tell_fate(text, 0, len(text)) == bool(re.search(r"(?i)\bseized\b|\bdeath\b|founded\b", text))
    assert has_pronoun(text, 0, len(text)) == bool(re.search(r"(?i)\b(?:he|him)\b", text))


def test_a_stretch_has_only_what_begins_in_it() -> None:
    text = "He was seized. They were freed, and she fled."
    assert first_verb(text, 14, 32) == text.index("were")
    assert first_verb(text, 14, 18) == 18
    assert [action for _, _, action in action_verbs(text, 15, 32)] == ["release"]
    assert past_verbs(text, 31, len(text)) == [text.index("fled")]
    assert not has_pronoun(text, 3, 15)


def test_a_very_long_line_is_cut_into_words_all_the_same() -> None:
    text = "x" * 70_000 + " seized " + "y " * 70_000 + "freed"
    assert past_verbs(text, 0, len(text)) == [text.index("seized"), text.index("freed")]
