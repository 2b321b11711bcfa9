"""A noted passage is found again in a text that has changed, or is said to be lost, and is never put elsewhere."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from edited import CLOSE, EDITS, OPEN, article, find, passage
from hypothesis import given
from hypothesis import strategies as st

from tui import paths
from tui.notes.anchor import Located, State, candidates, locate, make
from tui.notes.fold import fold
from tui.notes.model import NOT_COUNTED, Anchor

TEXT = (
    "The envoy left Tirgan on 4 May.\n\nIn the harbour, Harun Salik denied the report “in every point”.\n\n"
    "The report was printed all the same, and two weeks later the envoy came back to Tirgan.\n"
)


def of(quote: str, text: str = TEXT) -> Anchor:
    start = text.index(quote)
    return make(text, start, start + len(quote))


def said(text: str, found: Located) -> str:
    return text[found.start : found.end]


def test_an_anchor_remembers_the_words_around_it() -> None:
    anchor = of("Harun Salik")
    assert anchor == Anchor("Harun Salik", TEXT[17:49], TEXT[60:92], 49, 60, 0)


def test_words_that_stand_twice_in_the_same_words_are_remembered_with_more_around_them() -> None:
    text = (
        "One thing. " + "All of this was said by all of them before the council in the old harbour. " * 2 + "The end."
    )
    quote = "said"
    first, last = (
        make(text, text.index(quote), text.index(quote) + 4),
        make(text, text.rindex(quote), text.rindex(quote) + 4),
    )
    assert min(len(first.prefix), len(last.suffix)) >= 25
    assert locate("New. " + text, first).start == text.index(quote) + 5
    assert locate("New. " + text, last).start == text.rindex(quote) + 5


@pytest.mark.parametrize("start", range(0, 170, 17))
def test_every_passage_of_an_unchanged_text_is_exactly_where_it_was(start: int) -> None:
    for end in (start + 1, start + 8, start + 30):
        assert locate(TEXT, make(TEXT, start, end)) == Located(State.EXACT, start, end)


def test_the_same_text_needs_no_search_even_where_nothing_tells_passages_apart() -> None:
    text = "word " * 100
    assert locate(text, Anchor("word", "", "", 250, 254), digest_matches=True) == Located(State.EXACT, 250, 254)
    assert locate(text, Anchor("word", "", "", 250, 254)).state is State.UNSURE


def test_a_passage_pushed_along_by_new_text_has_moved() -> None:
    text = "Corrected on 9 May.\n\n" + TEXT
    found = locate(text, of("denied the report"))
    assert found == Located(State.MOVED, text.index("denied the report"), text.index("denied the report") + 17)


def test_a_passage_in_other_words_is_found_with_its_new_edges() -> None:
    text = TEXT.replace("Harun Salik denied the report", "Haroun Salik flatly denied that report")
    found = locate(text, of("Harun Salik denied the report"))
    assert (found.state, said(text, found)) == (State.MOVED, "Haroun Salik flatly denied that report")


def test_other_typography_is_no_other_text() -> None:
    text = TEXT.replace("“in every point”", '"in\xa0every po\xadint"').upper().replace("\n\n", " \n\t\n ")
    found = locate(text, of("denied the report “in every point”"))
    assert said(text, found) == 'DENIED THE REPORT "IN\xa0EVERY PO\xadINT"'
    assert found.state is State.MOVED


def test_letters_in_two_parts_are_the_same_letters() -> None:
    text = "Le café d’Orléans était ﬁni. On en parla longtemps dans la région."
    changed = text.replace("é", "e\u0301").replace("ﬁ", "fi")
    anchor = make(text, text.index("était"), text.index(" On en"))
    assert said(changed, locate(changed, anchor)) == "e\u0301tait fini."


def test_a_passage_taken_out_is_an_orphan_though_its_words_stand_elsewhere() -> None:
    text = TEXT.replace("In the harbour, Harun Salik denied the report “in every point”.\n\n", "")
    assert "report" in text
    assert locate(text, of("report “in")).state in (State.ORPHAN, State.UNSURE)
    assert locate(text, of("report")).state in (State.ORPHAN, State.UNSURE)


def test_two_places_that_agree_as_well_are_never_chosen_between() -> None:
    line = "The crate was sealed and sent to the harbour of Karsund by night.\n"
    text = "A. " + "".join(f"{line}" for _ in range(12))
    middle = text.index(line, 300)
    anchor = Anchor("sent to the harbour", text[middle - 5 : middle + 25], text[middle + 44 : middle + 60])
    assert not locate(text, anchor).placed


def test_without_anything_around_it_a_passage_that_stands_once_is_believed() -> None:
    for quote in ("denied the report", "Salik", "4"):
        at = TEXT.index(quote)
        for start in (at, -1):
            end = start + len(quote) if start >= 0 else -1
            assert locate(TEXT, Anchor(quote, "", "", start, end)) == Located(State.EXACT, at, at + len(quote)), quote
    assert locate("Karsund burned.", Anchor("Karsund")) == Located(State.EXACT, 0, 7)


def test_few_words_without_anything_around_them_are_not_believed_where_another_place_may_be_meant() -> None:
    assert not locate(TEXT, Anchor("Tirgan")).placed  # stands twice
    assert not locate(TEXT, Anchor("The")).placed  # stands once so, and twice as "the"
    assert not locate(TEXT, Anchor("arbour")).placed  # a piece of a word
    assert not locate(TEXT, Anchor("harb")).placed
    assert not locate(TEXT, Anchor("Salik", "", "", 3, 8)).placed  # stood elsewhere
    assert not locate(TEXT, replace(Anchor("Salik"), twins=1)).placed  # there were two once
    assert not locate(TEXT, Anchor("denied the rumour entirely")).placed


def ledger(days: range) -> str:
    """A text in which each line stands once."""
    return "".join(f"On day {day} the ledger of crate {day * 7} was read.\n\n" for day in days)


def test_far_off_lines_that_break_where_they_did_are_a_sign_where_nobody_knows_of_look_alikes() -> None:
    told = "The letter, in part.\n\nHarun Salik sailed at dawn.\n\nNobody answered it.\n\n"
    quote = "Harun Salik sailed at dawn."
    noted = replace(of(quote, told + ledger(range(300))), twins=NOT_COUNTED)
    for there, state in ((told, State.MOVED), (told.replace("\n\n", " "), State.UNSURE)):
        text = ledger(range(300)) + there + ledger(range(300, 380))
        found = locate(text, noted)
        assert (found.state, found.start) == (state, text.index(quote))


def test_of_two_lines_alike_that_change_places_each_is_known_by_the_words_beside_it() -> None:
    own, other = (f"- {day} May: {who} met the auditors in Oss; 38 crates were counted.\n" for day, who in
                  ((7, "Mina Tarek"), (11, "Harun Salik")))  # fmt: skip
    before, after = ledger(range(60)), "\n" + ledger(range(60, 120))
    quote = "auditors in Oss; 38 crates were counted."
    noted = of(quote, before + own + other + after)
    assert noted.twins == 1
    text = before + other + own + after
    found = locate(text, noted)
    assert (found.state, found.start) == (State.MOVED, text.index(quote, text.index(own)))


def test_an_empty_or_blank_passage_is_nowhere() -> None:
    for quote in ("", "  \n"):
        assert locate(TEXT, Anchor(quote, "a", "b", 3, 3)).state is State.ORPHAN
        assert candidates(TEXT, Anchor(quote, "a", "b", 3, 3)) == []
    assert locate("", of("report")).state is State.ORPHAN


def test_places_to_put_an_orphan_again_come_the_likeliest_first() -> None:
    text = TEXT.replace("Harun Salik denied the report “in every point”", "Nobody spoke of it")
    ranked = candidates(text, of("denied the report"))
    assert "report" in said(text, ranked[0]).lower()
    assert all(place.state is State.UNSURE for place in ranked)


def outcomes_of(texts: Callable[[random.Random], str], edits: int, seed: int, *, short: bool) -> Counter[str]:
    """How passages fared that were noted in texts which were then edited."""
    chance = random.Random(seed)
    outcomes: Counter[str] = Counter()
    for number in range(edits):
        edit = EDITS[number % len(EDITS)]
        text = texts(chance)
        start, end = passage(chance, text)
        anchor = make(text, start, end)
        if short and number % 2:
            # As another program remembers it: so much and no more, and nothing known of look-alikes.
            anchor = replace(anchor, prefix=anchor.prefix[-32:], suffix=anchor.suffix[:32], twins=NOT_COUNTED)
        changed, truth = find(edit(chance, text[:start] + OPEN + text[start:end] + CLOSE + text[end:]))
        found = locate(changed, anchor)
        if not found.placed:
            outcomes["right" if truth is None else "refused"] += 1
        elif truth is None or found.end <= truth[0] or found.start >= truth[1]:
            outcomes[f"wrong: {edit.__name__}: {anchor} {said(changed, found)}"] += 1
        else:
            common = min(found.end, truth[1]) - max(found.start, truth[0])
            both = max(found.end, truth[1]) - min(found.start, truth[0])
            outcomes["right" if common >= 0.7 * both else "about"] += 1
    return outcomes


def test_hundreds_of_edits_put_no_passage_in_a_wrong_place() -> None:
    outcomes = outcomes_of(article, 36 * len(EDITS), 20070126, short=True)
    assert not [outcome for outcome in outcomes if outcome.startswith("wrong")]
    assert outcomes["right"] >= 0.97 * outcomes.total()


def test_edits_of_the_bundled_collection_put_no_passage_in_a_wrong_place() -> None:
    bundled = [path.read_text(encoding="utf-8") for path in sorted(paths.seeds().glob("*.txt"))]
    outcomes = outcomes_of(lambda chance: chance.choice(bundled), 156, 20090709, short=False)
    assert not [outcome for outcome in outcomes if outcome.startswith("wrong")]
    assert outcomes["right"] >= 0.97 * outcomes.total()


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=8), st.text(max_size=8), st.integers(-1, 70))
def test_any_text_and_any_anchor_give_a_place_within_the_text(
    text: str, quote: str, prefix: str, suffix: str, start: int
) -> None:
    found = locate(text, Anchor(quote, prefix, suffix, start, start + len(quote) if start >= 0 else -1))
    assert found.state is State.ORPHAN or 0 <= found.start <= found.end <= len(text)


@given(st.text(st.sampled_from("aB \n\t-'.é\u0301\xad“”–æﬁİ\u200b"), max_size=40))
def test_a_folded_text_knows_the_way_back(text: str) -> None:
    folded = fold(text)
    places = [(folded.start(offset), folded.end(offset + 1)) for offset in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert all(
        fold(text[start:end]).text.strip() in (folded.text[offset], "") or end - start > 1 or text[start] in "æﬁ"
        for offset, (start, end) in enumerate(places)
    )


TWICE = (
    "The mill burned in May.\n\nThe clerk counted the crates twice before the ice broke that winter. Nobody in town "
    "asked him why he had done so.\n\nThe harbour froze early and the pilots went home to their farms.\n\n"
    "A reader writes: The clerk counted the crates twice before the ice broke that winter. I was there and saw him.\n"
)


def test_a_passage_that_stands_twice_is_remembered_with_what_tells_the_two_apart() -> None:
    first = TWICE.index("crates twice")
    anchor = make(TWICE, first, first + 12)
    assert anchor.twins == 1
    assert "mill burned" in anchor.prefix or "Nobody" in anchor.suffix
    assert of("harbour froze early", TWICE).twins == 0
    again = locate("New.\n\n" + TWICE, anchor)
    assert (again.state, again.start) == (State.MOVED, first + 6)


def test_a_passage_taken_out_is_not_put_on_its_twin() -> None:
    line = "The clerk counted the crates twice before the ice broke that winter. "
    for quote in ("crates twice", "counted the crates twice before the ice broke", line.strip()):
        first, last = TWICE.index(quote), TWICE.rindex(quote)
        without_first = TWICE.replace(line, "", 1)
        without_last = TWICE.replace("A reader writes: " + line, "A reader writes: ")
        assert not locate(without_first, make(TWICE, first, first + len(quote))).placed
        assert not locate(without_last, make(TWICE, last, last + len(quote))).placed


def test_a_paragraph_that_stood_alone_is_found_wherever_it_was_moved() -> None:
    start = TEXT.index("In the harbour")
    end = TEXT.index("\n\nThe report was")
    anchor = make(TEXT, start, end)
    moved = TEXT[:start] + TEXT[end + 2 :] + "\n" + TEXT[start:end] + "\n"
    found = locate(moved, anchor)
    assert (found.state, said(moved, found)) == (State.MOVED, TEXT[start:end])


@pytest.mark.parametrize("alike", [0, 30, 60, 130])
def test_so_much_is_remembered_that_the_words_of_either_side_tell_a_passage_from_its_twin(alike: int) -> None:
    """Lines printed twice are told apart by what stands around them, even if that begins far off on both sides."""
    chance = random.Random(5)
    around = [article(chance)[:900].strip() for _ in range(4)]
    line = ("The roll is read out in the very same words at every camp, as it was before. " * 4)[:alike]
    text = "".join(
        f"{before} {line} here it stood {line} {after}" for before, after in zip(*[iter(around)] * 2, strict=True)
    )
    first, last = text.index("here it stood"), text.rindex("here it stood")
    for at, mine in ((first, around[:2]), (last, around[2:])):
        anchor = make(text, at, at + 13)
        assert anchor.twins == 1
        assert alike < min(len(anchor.prefix), len(anchor.suffix)) <= max(32, 8 * alike)
        assert anchor.prefix[: -alike - 1].strip()[-12:] in mine[0]
        found = locate("Printed anew.\n\n" + text, anchor)
        assert (found.state, found.start) == (State.MOVED, at + 15)


def test_offsets_somebody_changed_by_hand_are_not_believed_though_the_text_is_the_same() -> None:
    right = TEXT.index("Harun Salik")
    anchor = replace(of("Harun Salik"), start=right - 5, end=right + 6)
    found = locate(TEXT, anchor, digest_matches=True)
    assert (found.start, found.end) == (right, right + 11)


@pytest.mark.parametrize("quote", [" denied the report", "denied the report ", "\n\nIn the harbour", "4 May.\n\n"])
def test_blanks_at_the_ends_of_a_passage_are_a_part_of_it_wherever_it_moves(quote: str) -> None:
    found = locate("Corrected.\n\n" + TEXT, of(quote))
    assert found == Located(State.MOVED, TEXT.index(quote) + 12, TEXT.index(quote) + 12 + len(quote))


def test_where_one_side_tells_a_passage_from_its_twin_the_other_is_not_remembered_without_end() -> None:
    chance = random.Random(6)
    around = [article(chance)[:900].strip() for _ in range(4)]
    line = ("The roll is read out in the very same words at every camp, as it was before. " * 2)[:130]
    for text in (
        "".join(f"{before} here it stood {line}{after} " for before, after in zip(*[iter(around)] * 2, strict=True)),
        "".join(f"{before} {line}here it stood {after} " for before, after in zip(*[iter(around)] * 2, strict=True)),
    ):
        anchor = make(text, text.index("here it stood"), text.index("here it stood") + 13)
        assert anchor.twins == 1
        assert sorted((len(anchor.prefix), len(anchor.suffix))) == [32, 160]


def test_the_beginning_of_a_text_is_a_place_like_any_other() -> None:
    text = "word " * 100
    assert locate(text, Anchor("word", "", "", 0, 4), digest_matches=True) == Located(State.EXACT, 0, 4)
    assert locate(TEXT, of("The envoy")) == Located(State.EXACT, 0, 9)


def test_a_line_that_somebody_quotes_later_does_not_take_the_note_along() -> None:
    line = "In the harbour, Harun Salik denied the report “in every point”."
    quoted = f"{TEXT}\nA reader writes from afar: {line} Nobody believed him then.\n"
    for quote in ("denied the report", "Harun Salik", "the report “in every point”"):
        for text in (quoted, "Corrected.\n\n" + quoted):
            found = locate(text, of(quote))
            assert (found.placed, found.start) == (True, text.index(quote))


def test_so_many_places_are_offered_as_one_looks_through() -> None:
    text = "".join(f"{number}. The crate was sealed that night.\n" for number in range(30))
    ranked = candidates(text, Anchor("crate was sealed", "", "", 500, 516))
    assert len(ranked) == 8
    assert len(candidates(text, Anchor("crate was sealed", "", "", 500, 516), limit=3)) == 3
    assert all(said(text, place) == "crate was sealed" for place in ranked)
