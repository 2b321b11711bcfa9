"""Tokens: each is the text between its offsets, whatever was joined to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.dates.lexicon import LANGUAGES, load
from tui.dates.tokens import tokenise

_JOINING = "Feb. Sept. Q3 3Q Q 2 may 3rd 1.2.2007 '45 's at the end of twenty one nineteen 3. Mai 7"
_PIECES = st.lists(
    st.sampled_from(_JOINING.split()) | st.text(" .,-'’Q1237aé½²Ⅻ\n\u0301", min_size=1, max_size=4),
    max_size=30,
)


@settings(deadline=None)  # a busy machine is no failure
@given(_PIECES, st.sampled_from([" ", "", "\n"]), st.sampled_from(LANGUAGES))
def test_the_words_of_tokens_are_the_text_between_their_offsets_in_order(
    pieces: list[str], between: str, language: str
) -> None:
    text = between.join(pieces)
    tokens = tokenise(text, 0, len(text), load(language))
    assert tokens.words == [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert len(tokens.classes) == len(tokens.values) == len(tokens.words)
    assert not set(tokens.classes) & set("012")
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "classes"), [("v1.2.2007 x", "x#x"), ("on 1.2.2007 x", "iJx"), ("in 3Q 2008", "i$Y"), ("Q3", "$")]
)
def test_a_number_is_classed_by_what_stands_around_it(text: str, classes: str) -> None:
    assert tokenise(text, 0, len(text), load("en")).classes == classes
