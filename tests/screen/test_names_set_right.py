"""Names set right on the screen: each key shows what will change, does it on disk, is undone, and keeps the place."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static

from tui import paths
from tui.app import Backstory
from tui.corpus.tables import Corpus
from tui.desk.desk import Desk
from tui.dialogs.darken import DarkenName
from tui.dialogs.dossier import Dossier
from tui.dialogs.kind import KindOfName
from tui.dialogs.merge import MergeNames
from tui.dialogs.othername import OtherName, OtherRows
from tui.dialogs.rename import RenameName
from tui.dialogs.split import PartRows, SplitName
from tui.dialogs.whyname import SpellingRows, WhyName
from tui.notes.corrections import Correction, Corrections
from tui.panes.entities import EntitiesPane
from tui.panes.entityrows import FOLD
from tui.reader.place import Goto
from tui.sitting.sitting import Sitting

FIRST = """\
The raid on the northern base

Mahmud Farhadi was captured on June 3, 2007. Four days later Karl Weber met Mahmud Farhadi in Baghdad. Weber left.

Karl Weber was seen with Omar Farouq in Baghdad in May 2009. Farouq was a brother of Karl Weber.

The Northern Security Council praised it. The Northern Security Council had planned it.
"""
SECOND = """\
What came of it

Mahmud Farhadi was released on July 10, 2009, as the NSC had wished. Karl Weber met him.

The Northern Ratlines led to Baghdad.
"""


@pytest.fixture
def reader(tmp_path: Path) -> Backstory:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "001_raid.txt").write_text(FIRST)
    (home / "002_after.txt").write_text(SECOND)
    return Backstory([home])


async def settle(pilot: Pilot[int], before: Corpus | None = None) -> Desk:
    """The desk, once its collection is tied together, and is another one than before."""
    desk = None
    for _ in range(400):
        await pilot.pause(0.02)
        desk = next((screen for screen in pilot.app.screen_stack if isinstance(screen, Desk)), None)
        if not isinstance(desk, Sitting) or desk.corpus is None or desk.corpus is before:
            continue
        if desk.whole and desk.corpus.complete:
            break
    await pilot.pause()
    assert desk is not None
    assert desk.corpus is not None
    assert desk.corpus is not before
    return desk


def is_open(pilot: Pilot[int], screen: type[Screen[Any]]) -> bool:
    """Whether a screen of this sort is on top."""
    return isinstance(pilot.app.screen, screen)


def corpus_of(desk: Desk) -> Corpus:
    assert desk.corpus is not None
    return desk.corpus


def named(desk: Desk, name: str) -> int:
    entity = corpus_of(desk).entity_named(name)
    assert entity is not None, name
    return entity


def names(desk: Desk) -> list[str]:
    return [entity.name for entity in corpus_of(desk).entities]


def in_focus(desk: Desk) -> str:
    assert desk.place.entity is not None
    here = desk.query_one(EntitiesPane).entity_here()
    assert here == desk.place.entity
    return corpus_of(desk).entities[desk.place.entity].name


def on_disk() -> tuple[Correction, ...]:
    return Corrections.open(paths.data()).all


async def turn_to(pilot: Pilot[int], desk: Desk, name: str) -> None:
    """Put the cursor of the entities pane on a name."""
    desk.go(Goto(entity=named(desk, name)))
    await pilot.press("4")
    await pilot.pause()
    assert in_focus(desk) == corpus_of(desk).entities[named(desk, name)].name


async def test_two_names_are_looked_at_and_merged_and_undone_and_there_after_a_restart(reader: Backstory) -> None:
    async with reader.run_test(size=(160, 40)) as pilot:
        desk = await settle(pilot)
        await turn_to(pilot, desk, "NSC")
        await pilot.press("M")
        picking = pilot.app.screen
        assert isinstance(picking, OtherName)
        assert corpus_of(desk).entities[picking.query_one(OtherRows).found[0][0]].name == "Northern Security Council"
        await pilot.press("enter")
        both = pilot.app.screen
        assert isinstance(both, MergeNames)
        shown = " ".join(str(card.render()) for card in both.query(Static))
        assert "2 mentions in 1 article" in shown
        assert ", as the NSC had wished" in " ".join(shown.split())
        assert "also written NSC" in shown
        assert on_disk() == ()
        before = desk.corpus
        await pilot.press("enter")
        assert on_disk() == (Correction("merge", {"into": "Northern Security Council"}, {"names": ("NSC",)}),)
        desk = await settle(pilot, before)
        assert in_focus(desk) == "Northern Security Council"
        assert corpus_of(desk).entities[named(desk, "NSC")].count == 3
        before = desk.corpus
        await pilot.press("u")
        desk = await settle(pilot, before)
        assert on_disk() == ()
        assert {"Northern Security Council", "NSC"} <= set(names(desk))
        before = desk.corpus
        await pilot.press("ctrl+r")
        desk = await settle(pilot, before)
        assert "NSC" not in names(desk)
    async with Backstory(reader._roots).run_test(size=(160, 40)) as pilot:
        desk = await settle(pilot)
        assert "NSC" not in names(desk)
        before = desk.corpus
        await pilot.press("u")
        assert "NSC" in names(await settle(pilot, before))


async def test_the_other_name_may_be_typed_and_kept_instead(reader: Backstory) -> None:
    async with reader.run_test(size=(80, 24)) as pilot:
        desk = await settle(pilot)
        await turn_to(pilot, desk, "Northern Security Council")
        await pilot.press("M", *"nsc", "enter", "s")
        before = desk.corpus
        await pilot.press("enter")
        desk = await settle(pilot, before)
        assert in_focus(desk) == "NSC"
        assert on_disk()[0].texts == {"into": "NSC"}


@pytest.mark.parametrize("key", ["M", "U", "R", "T", "X", "w"])
async def test_a_dialog_left_with_escape_changes_nothing(reader: Backstory, key: str) -> None:
    async with reader.run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        await turn_to(pilot, desk, "Karl Weber")
        await pilot.press(key)
        assert not isinstance(pilot.app.screen, Desk)
        await pilot.press("escape")
        assert is_open(pilot, Desk)
        assert on_disk() == ()


async def test_a_spelling_is_split_off_and_comes_back(reader: Backstory) -> None:
    async with reader.run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        await turn_to(pilot, desk, "Karl Weber")
        await pilot.press("U")
        splitting = pilot.app.screen
        assert isinstance(splitting, SplitName)
        rows = splitting.query_one(PartRows)
        assert [(one.name, one.count) for one in rows.spellings] == [("Karl Weber", 4), ("Weber", 1)]
        told = str(splitting.query_one("#split-off", Static).render())
        assert told == "1 mention everywhere becomes a new name: Weber"
        before = desk.corpus
        await pilot.press("enter")
        desk = await settle(pilot, before)
        assert on_disk() == (Correction("split", {"name": "Weber"}),)
        assert in_focus(desk) == "Weber"
        assert corpus_of(desk).entities[named(desk, "Karl Weber")].count == 4
        before = desk.corpus
        await pilot.press("u")
        assert "Weber" not in names(await settle(pilot, before))


async def test_a_name_is_split_in_this_article_alone(reader: Backstory) -> None:
    async with reader.run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        desk.go(Goto(article=1, at=SECOND.index("Karl"), entity=named(desk, "Karl Weber")))
        await pilot.press("4", "U", "k")
        splitting = pilot.app.screen
        await pilot.press("enter")
        assert pilot.app.screen is splitting, "the name itself cannot go off everywhere"
        await pilot.press("o")
        splitting.query_one(Input).value = "Weber the younger"
        await pilot.pause()
        before = desk.corpus
        await pilot.press("enter")
        desk = await settle(pilot, before)
        (said,) = on_disk()
        assert said.texts == {
            "name": "Karl Weber", "article": "002_after.txt", "as": "Weber the younger", "collection": "raids"
        }  # fmt: skip
        assert corpus_of(desk).entities[named(desk, "Weber the younger")].count == 1
        assert corpus_of(desk).entities[named(desk, "Karl Weber")].articles == 1


async def test_a_name_is_changed_but_not_to_one_that_is_there(reader: Backstory) -> None:
    async with reader.run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        await turn_to(pilot, desk, "Karl Weber")
        await pilot.press("R")
        editor = pilot.app.screen
        assert isinstance(editor, RenameName)
        editor.query_one(Input).value = "Omar Farouq"
        await pilot.pause()
        assert "M merges the two" in str(editor.query_one("#renamed", Static).render())
        await pilot.press("enter")
        assert pilot.app.screen is editor
        editor.query_one(Input).value = "Carl Weber"
        before = desk.corpus
        await pilot.press("enter")
        desk = await settle(pilot, before)
        assert in_focus(desk) == "Carl Weber"
        assert named(desk, "Karl Weber") == named(desk, "Carl Weber")
        await pilot.press("R")
        pilot.app.screen.query_one(Input).value = "Charles Weber"
        before = desk.corpus
        await pilot.press("enter")
        desk = await settle(pilot, before)
        assert on_disk() == (Correction("rename", {"from": "Karl Weber", "to": "Charles Weber"}),)
        before = desk.corpus
        await pilot.press("u")
        assert in_focus(await settle(pilot, before)) == "Carl Weber"


async def test_a_kind_is_set_with_one_letter(reader: Backstory) -> None:
    async with reader.run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        await turn_to(pilot, desk, "Karl Weber")
        await pilot.press("T")
        assert is_open(pilot, KindOfName)
        before = desk.corpus
        await pilot.press("o")
        desk = await settle(pilot, before)
        assert in_focus(desk) == "Karl Weber"
        assert corpus_of(desk).entities[named(desk, "Karl Weber")].kind.value == "organisation"
        before = desk.corpus
        await pilot.press("T", "f")
        desk = await settle(pilot, before)
        assert on_disk() == (Correction("retype", {"name": "Karl Weber", "kind": "facility"}),)
        await pilot.press("T", "f")
        assert is_open(pilot, Desk)


async def test_what_is_no_name_goes_dark_everywhere(reader: Backstory) -> None:
    async with reader.run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        await turn_to(pilot, desk, "Northern Ratlines")
        row = desk.query_one(EntitiesPane).view.cursor
        await pilot.press("X")
        asking = pilot.app.screen
        assert isinstance(asking, DarkenName)
        assert "1 mention in 1 article" in " ".join(str(line.render()) for line in asking.query(Static))
        before = desk.corpus
        await pilot.press("enter")
        desk = await settle(pilot, before)
        assert "Northern Ratlines" not in names(desk)
        assert desk.place.entity is None
        assert abs(desk.query_one(EntitiesPane).view.cursor - row) <= 1
        before = desk.corpus
        await pilot.press("u")
        assert "Northern Ratlines" in names(await settle(pilot, before))


async def test_why_names_reasons_and_places_and_leads_there(reader: Backstory) -> None:
    async with reader.run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        await turn_to(pilot, desk, "Karl Weber")
        await pilot.press("w")
        why = pilot.app.screen
        assert isinstance(why, WhyName)
        words = [why.query_one(SpellingRows).words(row) for row in range(2)]
        assert "the name shown" in words[0]
        assert "first in The raid on the northern base, line 3" in words[0]
        assert "the surname alone; only one person here bears it" in words[1]
        await pilot.press("j", "enter")
        assert (desk.place.article, desk.place.at) == (0, FIRST.index("Weber left"))


async def test_the_keys_work_on_the_name_under_the_cursor_in_the_text(reader: Backstory) -> None:
    async with reader.run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        desk.go(Goto(at=FIRST.index("Farouq was")))
        await pilot.pause()
        await pilot.press("2", "T")
        assert is_open(pilot, KindOfName)
        before = desk.corpus
        await pilot.press("p")
        assert on_disk() == ()
        await pilot.press("T", "e")
        desk = await settle(pilot, before)
        assert on_disk() == (Correction("retype", {"name": "Omar Farouq", "kind": "event"}),)
        assert desk.place.at == FIRST.index("Farouq was")


async def test_w_takes_one_more_word_while_selecting(reader: Backstory) -> None:
    async with reader.run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        desk.go(Goto(at=FIRST.index("Karl")))
        await pilot.press("2", "v", "w")
        assert is_open(pilot, Desk)
        await pilot.press("escape", "w")
        assert is_open(pilot, WhyName)


async def test_the_dossier_stays_open_and_shows_what_changed(reader: Backstory) -> None:
    async with reader.run_test(size=(120, 40)) as pilot:
        desk = await settle(pilot)
        await turn_to(pilot, desk, "Karl Weber")
        await pilot.press("enter", "R")
        pilot.app.screen.query_one(Input).value = "Carl Weber"
        before = desk.corpus
        await pilot.press("enter")
        desk = await settle(pilot, before)
        await pilot.pause(0.1)
        dossier = pilot.app.screen
        assert isinstance(dossier, Dossier)
        assert "Carl Weber" in str(dossier.query_one(".card-title", Static).render())
        before = desk.corpus
        await pilot.press("u")
        await settle(pilot, before)
        await pilot.pause(0.1)
        assert "Karl Weber" in str(dossier.query_one(".card-title", Static).render())


async def test_a_dossier_of_what_is_no_name_closes(reader: Backstory) -> None:
    async with reader.run_test(size=(120, 40)) as pilot:
        desk = await settle(pilot)
        await turn_to(pilot, desk, "Northern Ratlines")
        await pilot.press("enter", "X")
        before = desk.corpus
        await pilot.press("enter")
        await settle(pilot, before)
        await pilot.pause(0.1)
        assert is_open(pilot, Desk)


async def test_names_perhaps_the_same_are_answered_with_one_key(reader: Backstory) -> None:
    async with reader.run_test(size=(120, 40)) as pilot:
        desk = await settle(pilot)
        rows = desk.query_one(EntitiesPane).view
        asked = corpus_of(desk).lore.suggestions
        assert {names(desk)[asked[0].entity], names(desk)[asked[0].other]} == {"Northern Security Council", "NSC"}
        await pilot.press("4", "g")
        assert rows.ids[rows.cursor] == FOLD
        await pilot.press("enter", "j")
        before = desk.corpus
        await pilot.press("U")
        desk = await settle(pilot, before)
        assert [one.what for one in on_disk()] == ["keep_apart"]
        assert corpus_of(desk).lore.suggestions == ()
        before = desk.corpus
        await pilot.press("u")
        desk = await settle(pilot, before)
        assert corpus_of(desk).lore.suggestions == asked
        await pilot.press("g", "j")
        before = desk.corpus
        await pilot.press("equals_sign")
        desk = await settle(pilot, before)
        assert [one.what for one in on_disk()] == ["merge"]
        assert corpus_of(desk).lore.suggestions == ()
    async with Backstory(reader._roots).run_test(size=(120, 40)) as pilot:
        desk = await settle(pilot)
        assert corpus_of(desk).lore.suggestions == ()


async def test_mentions_are_walked_on_into_the_next_article_from_text_and_list(reader: Backstory) -> None:
    async with reader.run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        weber = named(desk, "Karl Weber")
        every = [(one.article, one.start) for one in corpus_of(desk).mentions.of_entity(weber)]
        assert {article for article, _ in every} == {0, 1}
        for pane in ("2", "4"):
            desk.go(Goto(article=0, at=every[0][1], entity=weber))
            await pilot.press(pane)
            walked = [(desk.place.article, desk.place.at)]
            for _ in every[1:]:
                await pilot.press("right_parenthesis")
                await pilot.pause()
                walked.append((desk.place.article, desk.place.at))
            assert walked == every
            for _ in every[1:]:
                await pilot.press("left_parenthesis")
                await pilot.pause()
            assert (desk.place.article, desk.place.at) == every[0]


async def test_corrections_that_clash_are_named_with_their_lines_on_opening(reader: Backstory) -> None:
    paths.data().mkdir(parents=True)
    (paths.data() / "corrections.toml").write_text(
        '[[retype]]\nname = "Karl Weber"\nkind = "place"\n\n[[retype]]\nname = "Weber"\nkind = "event"\n'
        '\n[[later]]\nidea = "kept"\n'
    )
    async with reader.run_test(size=(160, 30)) as pilot:
        desk = await settle(pilot)
        assert corpus_of(desk).entities[named(desk, "Karl Weber")].kind.value == "person"
        assert any("corrections.toml, lines 1 and 5: " in problem for problem in corpus_of(desk).facts.problems)
        await turn_to(pilot, desk, "Omar Farouq")
        before = desk.corpus
        await pilot.press("T", "n")
        await settle(pilot, before)
        assert "[[later]]\nidea" in (paths.data() / "corrections.toml").read_text()


async def test_a_name_is_shown_corrected_before_what_follows_from_it_is_worked_out(reader: Backstory) -> None:
    async with reader.run_test(size=(160, 40)) as pilot:
        desk = await settle(pilot)
        assert isinstance(desk, Sitting)
        await turn_to(pilot, desk, "Karl Weber")
        shown: list[tuple[bool, str, list[str]]] = []

        def look(whole: bool) -> None:
            pane = desk.query_one(EntitiesPane)
            assert pane.corpus is not None
            shown.append((whole, in_focus(desk), [one.name for one in pane.corpus.entities]))

        def soon() -> None:
            assert isinstance(desk, Sitting)
            desk.call_later(look, desk.whole)

        desk.watch(desk, "corpus", soon, init=False)
        before = desk.corpus
        await pilot.press("R", *["backspace"] * 10, *"Carl W", "enter")
        desk = await settle(pilot, before)
        await pilot.pause()
        assert [(whole, name) for whole, name, _ in shown] == [(False, "Carl W"), (True, "Carl W")]
        assert shown[0][2] == shown[1][2]
        assert "Carl W" in shown[0][2]
        shown.clear()
        before = desk.corpus
        await pilot.press("u")
        await settle(pilot, before)
        await pilot.pause()
        assert len(shown) == 1, "what was there before is at hand"
        assert shown[0][1] == "Karl Weber"
