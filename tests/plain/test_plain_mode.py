"""The line mode: everything by typed commands, nothing that moves or colours, and nothing typed is ever lost."""

import io
import signal
import sys
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui import paths
from tui.notes.corrections import Corrections
from tui.notes.notebook import Notebook
from tui.plain.commands import COMMANDS
from tui.plain.opening import open_plain
from tui.plain.talk import command, cut

Conversation = Callable[..., str]

ARTICLE = """\
The long retreat

General Anna Smith left Rome in May 2007. She had held the bridge for a month.

In June 2007 Anna Smith was captured near Pisa by the Blue Brigade.

Nobody was named in these words.
"""
OTHER = """\
A second report

Anna Smith was captured in August 2007, said Peter Brown of the Blue Brigade.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    (folder / "c.txt").write_bytes(b"\x00\x01\x02" * 50)
    return folder


@pytest.fixture
def conversation(
    articles: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Conversation]:
    """What is printed when some lines are typed, end of input behind them."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}

    def hold(*lines: str, folder: Path = articles) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        assert open_plain((folder,), first_run=False) == 0
        return capsys.readouterr().out

    yield hold
    for number, handler in handlers.items():
        signal.signal(number, handler)


def test_enter_reads_on_paragraph_by_paragraph_to_the_end(conversation: Conversation) -> None:
    told = conversation("", "", "", "")
    first, second = told.index("left Rome in May 2007. She"), told.index("captured near Pisa")
    assert told.index("Article 1 of 2: The long retreat") < first < second < told.index("Nobody was named")
    assert "End of the article. next opens A second report." in told


def test_up_again_and_go_read_what_stands_there(conversation: Conversation) -> None:
    told = conversation("read all", "up 2", "again", "go bottom", "go top").split("End of the article.")[1]
    lines = [line for line in told.splitlines() if not line.startswith("(")]
    assert [line[:12] for line in lines[1:]] == ["General Anna", "General Anna", "Nobody was n", "The long ret"]


def test_the_next_sitting_goes_on_where_this_one_stopped(conversation: Conversation) -> None:
    conversation("", "", "quit")
    told = conversation()
    assert "You left it at paragraph" in told
    assert told.count("captured near Pisa") == 1


def test_the_timeline_is_read_out_in_pages_and_a_number_goes_to_the_event(conversation: Conversation) -> None:
    told = conversation("page 1", "timeline", "", "1")
    assert "1 of 2. Enter reads on, a number opens one." in told
    assert told.index("1. May 2007: ") < told.index("2. Jun 2007: ") < told.rindex("General Anna Smith left Rome")


def test_the_timeline_is_sifted_by_period_name_and_words(conversation: Conversation) -> None:
    assert "1 event, Jun 2007." in conversation("timeline june 2007")
    assert "Peter Brown" in conversation("timeline Peter Brown")
    assert "1 event, “captured pisa”." in conversation("timeline captured pisa")
    assert "No event there: “pyramids”." in conversation("timeline pyramids")


def test_a_dossier_tells_of_a_name_and_leads_into_the_text(conversation: Conversation) -> None:
    told = conversation("who smith", "who Anna Smith", "page 0", "more", "1", "back")
    assert "Anna Smith: person, 3 mentions in 2 articles" in told
    assert "What became of it: captured, Jun 2007, in The long retreat" in told
    assert "Mention: Anna Smith was captured in August 2007" in told


def test_a_name_nobody_has_is_answered_with_what_may_be_meant(conversation: Conversation) -> None:
    assert "Did you mean Anna Smith?" in conversation("who Ana Smiht")


def test_jumping_forgives_slips_and_opens_by_number(conversation: Conversation) -> None:
    told = conversation("jump second report", "1")
    assert "article: A second report" in told
    assert "Article 2 of 2: A second report" in told


def test_searching_lists_every_hit_and_goes_to_one(conversation: Conversation) -> None:
    told = conversation("search captured", "2")
    assert "2 hits in 2 articles." in told
    assert "In A second report:\nAnna Smith was captured in August 2007" in told
    assert "The query cannot be read" in conversation('search "open')


def test_finding_goes_through_the_article_and_round_its_end(conversation: Conversation) -> None:
    told = conversation("/anna smith", "n", "n", "N")
    assert [line for line in told.splitlines() if " of 2" in line and line.endswith(":")] == [
        *("1 of 2:", "2 of 2:", "1 of 2 (from the other end):", "2 of 2 (from the other end):")
    ]


def test_names_dates_and_events_of_a_paragraph_are_told_with_here(conversation: Conversation) -> None:
    told = conversation("", "here")
    assert "Name: Anna Smith, person" in told
    assert "Date: May 2007" in told
    assert "Event: May 2007: " in told


def test_conflicts_are_told_with_both_sides_and_can_be_dismissed(conversation: Conversation) -> None:
    told = conversation("conflicts", "1", "dismiss", "conflicts", "undo", "conflicts")
    assert "Conflict: Anna Smith, date: captured Jun 2007, but captured Aug 2007" in told
    assert "Jun 2007, in The long retreat: " in told
    assert told.count("1 conflict.") == 2
    assert "No two statements contradict each other here. 1 more was dismissed." in told


def test_a_note_is_written_listed_changed_and_taken_back(conversation: Conversation, own_folders: Path) -> None:
    told = conversation("", "note", "Second source", "needed.", ".", "check irbil", "notes", "1", "edit Found it.")
    assert "Noted in notes.toml. undo takes it back." in told
    assert "1. Second source needed., “General Anna Smith left Rome" in told
    [note] = Notebook.open(own_folders / "data").notes
    assert (note.text, note.tags) == ("Found it.", ("check", "irbil"))
    assert note.target is not None
    assert note.target.quote.startswith("General Anna Smith")
    conversation("undo", "undo")
    assert Notebook.open(own_folders / "data").notes == ()


def test_notes_are_put_on_words_names_events_and_articles(conversation: Conversation, own_folders: Path) -> None:
    conversation("", 'note on "the bridge"', "a", ".", "", "note on Anna Smith", "b", ".", "",
                 "note on event", "c", ".", "", "note on article", "d", ".", "")  # fmt: skip
    notes = {note.text: note for note in Notebook.open(own_folders / "data").notes}
    assert {text: note.on for text, note in notes.items()} == {"a": "span", "b": "entity", "c": "event", "d": "article"}
    assert notes["a"].target is not None
    assert notes["a"].target.quote == "the bridge"


def test_what_was_typed_of_a_note_is_kept_when_the_input_ends(conversation: Conversation, own_folders: Path) -> None:
    told = conversation("", "note", "Half a th")
    assert "Not saved; what you typed is kept." in told
    assert Notebook.open(own_folders / "data").notes == ()
    again = conversation("edit", "ought.", ".", "")
    assert "A note that was not saved is kept" in again
    [note] = Notebook.open(own_folders / "data").notes
    assert note.text == "Half a th\nought."


def test_names_are_merged_renamed_typed_and_all_is_undone(conversation: Conversation, own_folders: Path) -> None:
    told = conversation(
        *("rename Anna Smith to General Smith", "who General Smith", "kind Blue Brigade place", "undo", "undo")
    )
    assert "Anna Smith is called General Smith now. undo takes it back." in told
    assert "General Smith: person" in told
    assert "Blue Brigade: place now." in told
    assert Corrections.open(own_folders / "data").all == ()


def test_a_date_is_corrected_by_its_words(conversation: Conversation) -> None:
    told = conversation("", "date May 2007 is 3 May 2006", "timeline")
    assert "“May 2007” is 3 May 2006 now. undo takes it back." in told
    assert "1. 3 May 2006: " in told


def test_what_was_skipped_is_told_with_its_reason(conversation: Conversation) -> None:
    told = conversation("skipped")
    assert "1 file was skipped: skipped tells which and why." in told
    assert "1. c.txt: " in told


def test_every_command_is_told_by_help_and_its_beginning_is_enough(conversation: Conversation) -> None:
    told = conversation("page 0", "help", "help note", "?")
    for one in COMMANDS:
        assert f"{one.name}: {one.sentence}" in told
    assert "note [TEXT |" in told
    assert command("timel").name == "timeline"
    assert cut("/raid irbil") == ("/", "raid irbil")


def test_what_is_no_command_is_answered_with_a_sentence(conversation: Conversation) -> None:
    told = conversation("77", "timelin", "77", "tmeline", "f", "nonsense", "merge x", "go nowhere", 'note on "no such"')
    assert "2 events." in told
    assert "There is no list to choose from" in told
    assert "The list goes from 1 to 2." in told
    assert "There is no command tmeline. Did you mean timeline?" in told
    assert "There is no command nonsense." in told
    assert "merge takes two names" in told


def test_no_two_commands_share_a_word_or_a_key() -> None:
    words = [word for one in COMMANDS for word in (one.name, *one.keys)]
    assert len(words) == len(set(words))


def test_hostile_text_is_printed_without_a_control_character(conversation: Conversation, tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    (folder / "a\x1b[31m.txt").write_text(
        "A \x1b]0;owned\x07 title\n\n\x1b[2JIn May 2007 \x9b31mAnna Smith left.\u202e\n"
    )
    told = conversation("read all", "articles", "timeline", "entities", "where", "search left", "cite", folder=folder)
    assert not {sign for sign in told if sign != "\n" and (sign < " " or "\x7f" <= sign < "\xa0" or sign == "\u202e")}


def test_the_bundled_collection_is_read_by_ear_from_end_to_end(conversation: Conversation) -> None:
    told = conversation("read all", "next", "read all", "conflicts", folder=paths.seeds())
    assert "End of the last article." in told
    assert "Conflict: " in told


def test_the_original_is_told_and_opened_only_when_that_is_asked(
    conversation: Conversation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, opened = tmp_path / "linked", tmp_path / "opened"
    folder.mkdir()
    (folder / "a.md").write_text("---\ntitle: One\nurl: https://example.org/one\n---\n\nWords.\n")
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {opened}\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    assert "https://example.org/one" in conversation("original", folder=folder)
    assert not opened.exists()
    conversation("original open", folder=folder)
    assert opened.read_text() == "https://example.org/one"
    assert "names no original" in conversation("original")


def test_the_file_is_opened_in_the_editor_at_this_paragraph(
    conversation: Conversation, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "vi"
    editor.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {tmp_path}/told\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    conversation("", "", "editor")
    assert (tmp_path / "told").read_text() == f"+5|{articles / 'a.txt'}|"


def test_the_front_page_is_told_and_its_lines_lead_on(conversation: Conversation) -> None:
    told = conversation("page 0", "front", "front")
    assert "all unread" in told
    assert ". To read: The long retreat, unread" in told
    number = next(line for line in told.splitlines() if line.endswith(". A second report, unread")).partition(".")[0]
    assert "Article 2 of 2: A second report" in conversation("page 0", "front", number)


def test_stars_and_what_was_read_are_kept_and_listed(conversation: Conversation) -> None:
    told = conversation("star", "articles starred", "read all", "articles unread", "unread", "seen", "unread")
    assert "1 article, starred.\n1. The long retreat" in told
    assert "1 article, unread.\n1. A second report" in told
    assert "Article 2 of 2: A second report" in told
    assert "Read.\nNothing else is unread." in told
    told = conversation("articles", "star", "seen", "seen all")
    assert told.count("with a star, read") == 1
    assert "Unread again." in told
    assert "The star is gone." in told or "A star." in told


def test_lives_company_and_what_two_articles_tell_are_read_out(conversation: Conversation) -> None:
    told = conversation("life Anna Smith", "company Anna Smith", "1", "beside", "beside second report", "company all")
    assert "The life line of Anna Smith:\n1. May 2007: " in told
    assert "Anna Smith with " in told
    assert "They disagree: " in told
    assert "no such" not in told


def test_a_note_that_lost_its_place_is_put_where_it_belongs(
    conversation: Conversation, articles: Path, own_folders: Path
) -> None:
    conversation("", "note", "Look.", ".", "", "quit")
    text = (articles / "a.txt").read_text().replace("left Rome in May 2007", "was gone by then")
    (articles / "a.txt").write_text(text)
    told = conversation("", "notes", "1", "place", "2")
    assert "Where does this note belong?" in told
    [note] = Notebook.open(own_folders / "data").notes
    assert note.target is not None
