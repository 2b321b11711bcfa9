"""Finding at the screen: full text as one types, on through the articles, marks, letters on links, the way back."""

from pathlib import Path

from test_desk import corpus_of, opened
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tui import paths
from tui.dialogs.dossier import Dossier
from tui.dialogs.letter import Label, Letter
from tui.dialogs.line import Line
from tui.dialogs.search import SearchBox
from tui.dialogs.search_rows import SearchRows
from tui.panes.article import ArticlePane
from tui.panes.page import Page
from tui.reader import searches


async def searched(pilot: Pilot[int], query: str) -> SearchBox:
    """Open the search box, type a query, wait for what it finds."""
    await pilot.press("s")
    box = pilot.app.screen
    assert isinstance(box, SearchBox)
    box.query_one(Input).value = query
    for _ in range(200):
        await pilot.pause(0.01)
        if facts(box) not in ("", "searches made before: Enter makes one again"):
            break
    await pilot.pause(0.05)
    return box


def facts(box: SearchBox) -> str:
    return str(box.query_one("#search-facts", Static).content).strip()


def hits(box: SearchBox) -> list[tuple[int, str]]:
    rows = box.query_one(SearchRows)
    return [
        (entry.found.article, entry.found.lines[hit].match)
        for entry in rows.entries
        if entry.found and entry.at
        for hit in range(entry.hit, entry.hit + entry.more + 1)
    ]


async def test_a_search_shows_hits_by_article_and_enter_goes_to_one() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        before = desk.place
        box = await searched(pilot, '"qods force"')
        found = hits(box)
        assert {article for article, _ in found} == {0, 1}
        assert {match.casefold() for _, match in found} == {"qods force"}
        assert "in 2 articles" in facts(box)
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert pilot.app.screen is desk
        assert corpus.text(desk.place.article)[desk.place.at :].casefold().startswith("qods force")
        await pilot.press("ctrl+o")
        assert (desk.place.article, desk.place.at) == (before.article, before.at)


async def test_after_a_search_the_sentence_that_holds_the_hit_is_meant(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = "Salt\n\nIt snowed. Caravans crossed the flats. Salt was dear. Nobody came.\n"
    (folder / "a.txt").write_text(text)
    async with opened(folder=folder) as (pilot, desk):
        pane = desk.query_one(ArticlePane)
        await pilot.press("slash", *"dear", "enter")
        assert text[slice(*(pane.chosen_span() or (0, 0)))] == "Salt was dear."
        await searched(pilot, "flats")
        await pilot.press("enter")
        await pilot.pause()
        assert text[slice(*(pane.chosen_span() or (0, 0)))] == "Caravans crossed the flats."
        await pilot.press("v", "y")
        assert pilot.app.clipboard == "flats"
        await pilot.press("k", "j")
        assert text[slice(*(pane.chosen_span() or (0, 0)))] == "It snowed."


async def test_n_goes_on_through_the_articles_and_escape_puts_the_lights_out() -> None:
    async with opened() as (pilot, desk):
        await searched(pilot, "irbil")
        await pilot.press("enter")
        await pilot.pause()
        sought = desk.sought
        assert sought is not None
        ways = [(article, hit.start) for article in sought.answer.articles for hit in sought.hits_in(article)]
        seen = [(desk.place.article, desk.place.at)]
        for _ in range(len(ways)):
            await pilot.press("n")
            seen.append((desk.place.article, desk.place.at))
        assert seen[: len(ways)] == ways
        assert seen[-1] == ways[-1]
        lit = [ink for ink in desk.query_one(Page)._over if ink.name == "found"]
        assert [ink.start for ink in lit] == [at for article, at in ways if article == desk.place.article]
        await pilot.press("N")
        assert (desk.place.article, desk.place.at) == ways[-2]
        await pilot.press("escape")
        assert desk.sought is None
        assert not [ink for ink in desk.query_one(Page)._over if ink.name == "found"]


async def test_escape_leaves_everything_as_it_was() -> None:
    async with opened() as (pilot, desk):
        before = desk.place
        await searched(pilot, "irbil")
        await pilot.press("escape")
        assert pilot.app.screen is desk
        assert (desk.place, desk.sought) == (before, None)


async def test_what_is_wrong_with_a_query_is_said_while_it_is_typed() -> None:
    async with opened() as (pilot, _):
        box = await searched(pilot, "irbil colour:red")
        assert "no field colour" in facts(box)
        box.query_one(Input).value = "zeppelin"
        await pilot.pause(0.2)
        assert facts(box).startswith("nothing found")
        assert box.query_one(SearchRows).count() == 0


async def test_searches_are_remembered_kept_under_a_name_and_forgotten() -> None:
    async with opened() as (pilot, _):
        await searched(pilot, "irbil raid*")
        await pilot.press("ctrl+s")
        assert isinstance(pilot.app.screen, Line)
        await pilot.press("ctrl+u", *"raids", "enter")
        await pilot.pause()
        assert searches.load(paths.state()).saved == (("raids", "irbil raid*"),), "kept at once, whatever comes then"
        await pilot.press("enter")
        await pilot.pause()
        kept = searches.load(paths.state())
        assert (kept.saved, kept.past) == ((("raids", "irbil raid*"),), ("irbil raid*",))
        await pilot.press("s")
        box = pilot.app.screen
        assert isinstance(box, SearchBox)
        assert [(entry.name, entry.query) for entry in box.query_one(SearchRows).entries] == [
            ("raids", "irbil raid*"), ("", "irbil raid*"),
        ]  # fmt: skip
        await pilot.press("down", "ctrl+x", "enter")
        assert box.query_one(Input).value == "irbil raid*"
        await pilot.press("escape")
        assert searches.load(paths.state()).past == ()


async def test_what_the_search_box_and_the_desk_say_of_keys_follows_the_readers_own() -> None:
    paths.config().mkdir(parents=True, exist_ok=True)
    (paths.config() / "config.toml").write_text(
        '[keys]\n"search.save" = "f5"\n"pane.find-next" = "f7"\n"jump.close" = "f6"\n', encoding="utf-8"
    )
    async with opened() as (pilot, desk):
        box = await searched(pilot, '"qods force"')
        assert "F5 keep" in str(box.query_one(".hint", Static).content)
        await pilot.press("f5")
        assert isinstance(pilot.app.screen, Line)
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert "F7 next   N before" in str(desk.query_one("#status", Static).content)
        await pilot.press("p")
        await pilot.pause()
        assert "F6 close" in str(pilot.app.screen.query_one(Input).border_subtitle)


async def test_a_quotation_mark_leads_from_the_jump_box_to_full_text() -> None:
    async with opened() as (pilot, _):
        await pilot.press("p", "quotation_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SearchBox)
        assert pilot.app.screen.query_one(Input).value == '"'


async def test_a_selection_is_searched_for() -> None:
    async with opened() as (pilot, _):
        await pilot.press("j", "v", "v", "asterisk")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SearchBox)
        assert pilot.app.screen.query_one(Input).value.startswith('"')


async def test_a_place_is_marked_and_gone_back_to_after_a_restart() -> None:
    async with opened() as (pilot, desk):
        await pilot.press(*"jjjjj", "m", "k")
        marked = desk.place
        await pilot.press("J", "apostrophe")
        assert isinstance(pilot.app.screen, Letter)
        await pilot.press("k")
        assert (desk.place.article, desk.place.at) == (marked.article, marked.at)
        await pilot.press("apostrophe", "apostrophe")
        assert desk.place.article == 1
    async with opened() as (pilot, desk):
        assert desk.trail.behind
        await pilot.press("apostrophe", "k")
        assert (desk.place.article, desk.place.at) == (marked.article, marked.at)
        await pilot.press("apostrophe", "x")
        assert (desk.place.article, desk.place.at) == (marked.article, marked.at)


async def test_the_way_back_outlives_the_sitting() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("p", *"daqduk", "enter")
        await pilot.pause()
        there = desk.place
        await pilot.press("J")
    async with opened() as (pilot, desk):
        await pilot.press("ctrl+o")
        assert desk.place == there
        assert desk.recent[0] == ("entity", there.entity)


async def test_letters_open_the_links_in_view() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("f")
        assert isinstance(pilot.app.screen, Label)
        pane = desk.query_one(ArticlePane)
        labelled = dict(pane._labelled)
        corpus = corpus_of(desk)
        label, ink = next((label, ink) for label, ink in labelled.items() if corpus.mention_at(0, ink.start))
        await pilot.press(*label)
        await pilot.pause()
        assert isinstance(pilot.app.screen, Dossier)
        mention = corpus.mention_at(0, ink.start)
        assert mention is not None
        assert pilot.app.screen.entity == mention.entity
        assert not desk.query_one(Page)._letters
        await pilot.press("escape", "f", "escape")
        assert pilot.app.screen_stack[-1] is desk
        assert not desk.query_one(Page)._letters


async def test_a_folder_that_changed_is_searched_as_it_is_now(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing of note.\n")
    async with opened(folder=tmp_path):
        pass
    (tmp_path / "a.txt").write_text("A zeppelin was seen.\n")
    async with opened(folder=tmp_path) as (pilot, desk):
        await pilot.pause(0.3)
        await searched(pilot, "zeppelin")
        await pilot.press("enter")
        await pilot.pause()
        assert desk.place.at == 2


async def test_what_a_key_does_can_be_asked_for_by_name() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("p", "greater_than_sign", *"zoom")
        await pilot.press("enter")
        await pilot.pause()
        assert desk.layout_wanted.zoomed
        await pilot.press("p", "greater_than_sign", *"only conflicts", "enter")
        await pilot.pause()
        assert desk.layout_wanted.active == "timeline"


async def test_every_hit_of_an_article_is_in_a_row() -> None:
    async with opened() as (pilot, _desk):
        box = await searched(pilot, "iran")
        answer = box._answer
        assert answer is not None
        found = [answer.found_in(article) for article in answer.articles]
        total = sum(len(one.hits) for one in found if one is not None)
        assert total > 50
        # What fills the screen comes at once, the others as the cursor comes near their rows.
        for _ in range(200):
            if len(hits(box)) == total:
                break
            await pilot.press("pagedown")
        assert len(hits(box)) == total


async def test_back_leads_to_the_search_with_its_words_and_its_cursor_and_on_from_it() -> None:
    async with opened() as (pilot, desk):
        before = desk.place
        box = await searched(pilot, "irbil")
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()
        there = desk.place
        assert there.search is None
        await pilot.press("ctrl+o")
        box = await settled(pilot)
        assert box.query_one(Input).value == "irbil"
        entry = box.entry_here()
        assert entry is not None
        assert entry.found is not None
        assert entry.at is not None
        assert (entry.found.article, entry.at.start) == (there.article, there.at)
        await pilot.press("alt+right")
        await pilot.pause()
        assert (desk.place.article, desk.place.at) == (there.article, there.at)
        await pilot.press("ctrl+o")
        await settled(pilot)
        await pilot.press("escape")
        assert (desk.place.article, desk.place.at) == (before.article, before.at)


async def test_a_search_on_the_trail_outlives_the_sitting() -> None:
    async with opened() as (pilot, desk):
        await searched(pilot, "irbil")
        await pilot.press("down", "enter")
        await pilot.pause()
        there = desk.place
    async with opened() as (pilot, desk):
        for _ in range(100):
            await pilot.pause(0.02)
            if desk.trail.behind:
                break
        await pilot.press("ctrl+o")
        box = await settled(pilot)
        assert box.query_one(Input).value == "irbil"
        entry = box.entry_here()
        assert entry is not None
        assert entry.at is not None
        assert entry.at.start == there.at


async def settled(pilot: Pilot[int]) -> SearchBox:
    """The search box that is open, once it has found something."""
    box = pilot.app.screen
    assert isinstance(box, SearchBox)
    for _ in range(200):
        await pilot.pause(0.01)
        if hits(box):
            break
    await pilot.pause(0.05)
    return box
