"""`backstory notes add`: one note, written down on a passage, an article, an entity or an event."""

import argparse
from dataclasses import replace

from tui.commands.collection import article_called, entity_called, open_whole
from tui.commands.errors import DONE, USAGE, Failure
from tui.commands.notes.book import ended, open_notebook, refuse_empty, remember, typed
from tui.commands.notes.listing import print_notes
from tui.commands.output import say
from tui.corpus.tables import Corpus
from tui.notes.anchor import locate
from tui.notes.model import Anchor
from tui.notes.undo import Change
from tui.reader.placed import EXACT, PlacedNote, place_notes
from tui.reader.writing import About, draft_of, write_down


def run_add(options: argparse.Namespace) -> int:
    """Write the note down and print it; it is on disk then."""
    notebook = open_notebook()
    text = typed(options) or ""
    refuse_empty(
        text, options.tags, "Only a passage (--quote) can be highlighted without words.", passage=bool(options.quote)
    )
    corpus = open_whole(options)
    draft = draft_of(corpus, _about_what(corpus, options))
    note = write_down(notebook, replace(draft, note=replace(draft.note, text=text, tags=tuple(options.tags))))
    remember(notebook, Change(after=note))
    print_notes(corpus, place_notes(corpus, [note]) or [PlacedNote(note, EXACT)], options)
    return ended(notebook, DONE)


def _about_what(corpus: Corpus, options: argparse.Namespace) -> About:
    """What the note is about; raises `Failure` if it is not to be found."""
    article = None if options.on is None else article_called(corpus, options.on)
    if options.entity is not None:
        return About(entity=entity_called(corpus, options.entity), article=article)
    if options.event is not None:
        event = corpus.event_at(options.event)
        if event is None or article not in (None, corpus.events[event].article):
            there = "" if event is None else f" in {options.on}"
            raise Failure(
                f"No event{there} has the id {options.event}. See them with: backstory timeline --format json"
            )
        return About(event=event)
    if article is None:
        raise Failure("Say what the note is about: --on ID, with --quote for a passage, or --entity or --event.", USAGE)
    if options.quote is None:
        return About(article=article)
    return About(article=article, span=_passage(corpus, article, options.quote))


def _passage(corpus: Corpus, article: int, quote: str) -> tuple[int, int]:
    """Where a quotation stands; of several places the first. Raises `Failure` if there is none."""
    text = corpus.text(article)
    at = text.find(quote) if quote else -1
    if at >= 0:
        if text.find(quote, at + 1) >= 0:
            say("that passage occurs more than once; the note is on the first. Quote more words to mean another.")
        return at, at + len(quote)
    found = locate(text, Anchor(quote)) if quote.strip() else None
    if found is None or not found.placed:
        raise Failure(f"The article {corpus.articles[article].path} does not say “{quote}”. Copy the passage from it.")
    return found.start, found.end
