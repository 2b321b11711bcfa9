"""`backstory entity NAME`: everything a collection says about one person, group, place or thing."""

import argparse
from collections.abc import Iterator

from tui import paths
from tui.commands import documents
from tui.commands.collection import entity_called, open_whole
from tui.commands.errors import DONE
from tui.commands.exports import dossier
from tui.commands.notes.listing import exported
from tui.commands.output import Result, deliver, emit
from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.notes.exports import row as note_row
from tui.notes.notebook import Notebook
from tui.reader.placed import PlacedNote, place_notes
from tui.reader.roles import roles_held, sentence_of
from tui.reader.why_name import reason_sentence

_COMPANIONS = 12
"""How many companions a dossier names for people; JSON has them all."""

_AROUND = 40
"""Characters of text shown on either side of a mention."""


def run(options: argparse.Namespace) -> int:
    """Print the dossier: spellings with reasons, roles, what became of it, events, companions, mentions, notes."""
    corpus = open_whole(options)
    row = entity_called(corpus, options.name)
    notes = place_notes(corpus, Notebook.open(paths.data()).notes)
    if options.format == "md":
        deliver(dossier.pieces(corpus, row, notes), options.output)
        return DONE
    rows = [
        (
            corpus.articles[found.article].path,
            str(found.start),
            str(found.end),
            _line(corpus, found.article, found.start, found.end),
        )
        for found in corpus.mentions.of_entity(row)
    ]
    document = {
        "entity": documents.entity(corpus, row),
        "roles": [documents.role(corpus, said) for said in corpus.lore.roles_of(row)],
        "statuses": [documents.status(corpus, said) for said in corpus.statuses_of(row)],
        "suggestions": [
            documents.suggestion(corpus, asked)
            for asked in corpus.lore.suggestions
            if row in (asked.entity, asked.other)
        ],
        "events": [documents.event(corpus, event) for event in corpus.events.of_entity(row)],
        "companions": [
            {"name": corpus.entities[other].name, "events": count} for other, count in corpus.companions(row)
        ],
        "conflicts": [documents.conflict(corpus, one) for one in dossier.conflicts_of(corpus, row)],
        "notes": [note_row(exported(corpus, note)) for note in dossier.notes_on(corpus, row, notes)],
    }
    text = "\n".join(_dossier(corpus, row, rows, dossier.notes_on(corpus, row, notes)))
    emit(Result(document, "", ("article", "start", "end", "line"), rows, text), options.format, options.output)
    return DONE


def _dossier(
    corpus: Corpus, row: int, mentions: list[tuple[str, str, str, str]], notes: list[PlacedNote]
) -> Iterator[str]:
    """The dossier line by line, for people."""
    entity = corpus.entities[row]
    span = corpus.span_of(row)
    yield f"{entity.name} ({entity.kind.value})"
    if entity.about:
        yield entity.about
    yield f"{_count(entity.count, 'mention')} in {_count(entity.articles, 'article')}"
    if span:
        yield f"first {describe(span[0])}, last {describe(span[1])}"
    if entity.aliases:
        yield "\nAlso written"
        yield from (f"  {alias.name}  ({reason_sentence(alias.reason, entity.kind.value)})" for alias in entity.aliases)
    asked = [one for one in corpus.lore.suggestions if row in (one.entity, one.other)]
    if asked:
        yield "\nPerhaps the same"
        for one in asked:
            other = corpus.entities[one.other if one.entity == row else one.entity]
            yield f"  {other.name}  ({one.reason}, {one.score:.2f})"
    held = roles_held(corpus, row)
    if held:
        yield "\nRoles"
        for role in held:
            yield f"  {role.words} {corpus.entities[role.other].name}"
            yield f"    {sentence_of(corpus, role.said[0])}"
    statuses = corpus.statuses_of(row)
    if statuses:
        yield "\nWhat became of it"
        for said in statuses:
            when = describe(said.when) if said.when else "no date"
            yield f"  {said.fate}, {when}  ({corpus.articles[said.article].path}:{said.start})"
    events = corpus.events.of_entity(row)
    if events:
        yield "\nEvents"
        for event in events:
            told = corpus.events[event]
            yield f"  {'reported ' if told.reported else ''}{describe(told.when)}: {told.headline}"
    companions = corpus.companions(row)[:_COMPANIONS]
    if companions:
        yield "\nNamed together with"
        yield from (f"  {corpus.entities[other].name}  ({_count(count, 'event')})" for other, count in companions)
    conflicts = dossier.conflicts_of(corpus, row)
    if conflicts:
        yield "\nWhat cannot all be right"
        yield from (f"  {'hard' if one.hard else 'soft'}, {one.fact}: {one.reason}" for one in conflicts)
    if notes:
        yield "\nNotes"
        yield from (f"  {squeeze(placed.note.text)}" for placed in notes)
    yield "\nMentions"
    yield from (f"  {path}:{start}  {line}" for path, start, _, line in mentions)


def _line(corpus: Corpus, article: int, start: int, end: int) -> str:
    """The words around a mention, on one line."""
    text = corpus.text(article)
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return " ".join((before.rpartition("\n")[2] + text[start:end] + after.partition("\n")[0]).split())


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
