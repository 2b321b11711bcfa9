"""What can be jumped to in a collection, and where each target leads."""

from tui.corpus.tables import Corpus
from tui.jump import Target
from tui.notes.model import ARTICLE, ArticleRef, Note
from tui.reader.command import Command
from tui.reader.place import Goto
from tui.reader.placed import PlacedNote
from tui.reader.targets import event_of_date, goto_of, targets


def test_everything_in_the_collection_is_a_target(bundled: Corpus) -> None:
    found = targets(bundled)
    kinds = [target.kind for target in found]
    assert kinds.count("entity") == len(bundled.entities)
    assert kinds.count("article") == len(bundled.articles)
    assert kinds.count("event") == len(bundled.events)


def test_an_entity_leads_to_its_first_mention_and_brings_its_spellings(bundled: Corpus) -> None:
    row = bundled.entity_named("Quds Force")
    assert row is not None
    target = next(target for target in targets(bundled) if target.kind == "entity" and target.ref == row)
    first = bundled.mentions.of_entity(row)[0]
    assert (target.article, target.start) == (first.article, first.start)
    assert "Quds Force" in {spelling for spelling, _ in target.aliases}
    assert goto_of(bundled, target) == Goto(entity=row)


def test_notes_tags_and_commands_are_targets_when_given(bundled: Corpus) -> None:
    note = Note("n1", ARTICLE, "Second  source\nneeded", ("check",), article=ArticleRef(bundled.articles[1].path))
    found = targets(bundled, [PlacedNote(note, "exact", 1)], [Command("app.quit", "Quit", "Leave", "q")])[-3:]
    assert [(target.kind, target.name, target.ref) for target in found] == [
        ("note", "Second source needed", "n1"),
        ("tag", "check", "check"),
        ("command", "Quit", "app.quit"),
    ]
    assert [goto_of(bundled, target) for target in found] == [Goto(article=1, at=0), None, None]


def test_articles_and_events_lead_to_themselves(bundled: Corpus) -> None:
    found = targets(bundled)
    assert Goto(article=1) in [goto_of(bundled, target) for target in found if target.kind == "article"]
    assert [goto_of(bundled, target) for target in found if target.kind == "event"] == [
        Goto(event=row) for row in range(len(bundled.events))
    ]


def test_a_date_leads_to_the_first_event_in_or_after_it(bundled: Corpus) -> None:
    row = event_of_date(bundled, "2007-05")
    assert row is not None
    assert bundled.events[row].when.edtf.startswith("2007-05")
    assert event_of_date(bundled, "2100") == len(bundled.events) - 1
    assert goto_of(bundled, Target("date", "may 2007", "2007-05")) == Goto(event=row)
    assert event_of_date(bundled, "no date") is None
