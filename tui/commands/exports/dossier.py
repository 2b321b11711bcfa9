"""One entity's whole dossier as Markdown: what is known of it, who says so, where, and what you noted."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import safe, squeeze
from tui.model import Conflict, Mention
from tui.reader.links import SCHEME
from tui.reader.placed import PlacedNote
from tui.reader.roles import roles_held
from tui.reader.roles import sentence_of as role_sentence
from tui.reader.told import sentence_of
from tui.reader.why_name import reason_sentence

_AROUND = 60
"""Characters of text shown on either side of a mention."""

_MARKS = re.compile(r"([\\`*_\[\]<>|~]|(?<!\w)#|&(?=#?\w{1,40};))")
"""What would be read as Markdown in the middle of a line."""


def pieces(corpus: Corpus, entity: int, notes: Sequence[PlacedNote]) -> Iterator[str]:
    """The dossier, section by section; those that would be empty are left out.

    `notes` are all on the collection. Raises OSError if the file of an article has gone.
    """
    known = corpus.entities[entity]
    span = corpus.span_of(entity)
    yield f"# {plain(known.name)}\n\n"
    if known.about:
        yield f"{plain(known.about)}\n\n"
    yield f"- kind: {known.kind.value}\n"
    yield f"- {_count(known.count, 'mention')} in {_count(known.articles, 'article')}\n"
    if span:
        yield f"- first seen: {describe(span[0])}\n- last seen: {describe(span[1])}\n"
    sections = (
        ("Also written", _aliases(corpus, entity)),
        ("Perhaps the same", _suggestions(corpus, entity)),
        ("What became of it", _statuses(corpus, entity)),
        ("Roles", _roles(corpus, entity)),
        ("Named together with", _companions(corpus, entity)),
        ("Events", _events(corpus, entity)),
        ("What cannot all be right", _conflicts(corpus, entity)),
        ("Mentions", _mentions(corpus, entity)),
        ("Notes", _notes(corpus, entity, notes)),
    )
    for title, lines in sections:
        told = list(lines)
        if told:
            yield f"\n## {title}\n\n"
            yield from (f"{line}\n" for line in told)


def conflicts_of(corpus: Corpus, entity: int) -> list[Conflict]:
    """The conflicts between statements about an entity, or between events it is named in, nothing dismissed."""
    events = set(corpus.events.of_entity(entity))
    return [one for one in corpus.conflicts if one.entity == entity or events.issuperset(one.events)]


def notes_on(corpus: Corpus, entity: int, notes: Sequence[PlacedNote]) -> list[PlacedNote]:
    """The notes on an entity, on an event it is named in, and on passages that name it or tell such an event."""
    events = set(corpus.events.of_entity(entity))
    spans: dict[int, list[tuple[int, int]]] = {}
    for mention in corpus.mentions.of_entity(entity):
        spans.setdefault(mention.article, []).append((mention.start, mention.end))
    for row in events:
        event = corpus.events[row]
        spans.setdefault(event.article, []).append((event.start, event.end))
    return [
        note
        for note in notes
        if note.entity == entity
        or (note.event is not None and not events.isdisjoint(corpus.sources(note.event)))
        or (note.event is None and note.entity is None and _holds(note, spans))
    ]


def plain(words: str) -> str:
    """Words of an article in one line of Markdown that means those words, control characters made visible."""
    return _MARKS.sub(r"\\\1", safe(squeeze(words)))


def _holds(note: PlacedNote, spans: dict[int, list[tuple[int, int]]]) -> bool:
    if note.article is None or note.start is None or note.end is None:
        return False
    return any(note.start < end and start < note.end for start, end in spans.get(note.article, ()))


def _aliases(corpus: Corpus, entity: int) -> Iterator[str]:
    known = corpus.entities[entity]
    for alias in known.aliases:
        yield f"- **{plain(alias.name)}**: {plain(reason_sentence(alias.reason, known.kind.value))}"


def _suggestions(corpus: Corpus, entity: int) -> Iterator[str]:
    for asked in corpus.lore.suggestions:
        if entity in (asked.entity, asked.other):
            other = corpus.entities[asked.other if asked.entity == entity else asked.entity]
            yield f"- {plain(other.name)}: {plain(asked.reason)}"


def _statuses(corpus: Corpus, entity: int) -> Iterator[str]:
    for said in corpus.statuses_of(entity):
        when = describe(said.when) if said.when else "no date"
        yield f"- {when}: **{plain(said.fate)}** ({_source(corpus, said.article, said.start)})"


def _roles(corpus: Corpus, entity: int) -> Iterator[str]:
    for held in roles_held(corpus, entity):
        yield f"- {plain(held.words)} **{plain(corpus.entities[held.other].name)}**"
        for said in held.said:
            yield f"  - “{plain(role_sentence(corpus, said))}” ({_source(corpus, said.article, said.start, said.end)})"


def _companions(corpus: Corpus, entity: int) -> Iterator[str]:
    for other, count in corpus.companions(entity):
        yield f"- {plain(corpus.entities[other].name)} ({_count(count, 'event')})"


def _events(corpus: Corpus, entity: int) -> Iterator[str]:
    for row in corpus.events.of_entity(entity):
        event = corpus.events[row]
        said = f"{'reported ' if event.reported else ''}{describe(event.when)}"
        mark = " **!**" if corpus.is_disputed(row) else ""
        yield f"- **{plain(said)}**{mark} {plain(event.headline)} ({_source(corpus, event.article, event.start)})"


def _conflicts(corpus: Corpus, entity: int) -> Iterator[str]:
    for one in conflicts_of(corpus, entity):
        name = plain(corpus.entities[one.entity].name) + " " if one.entity >= 0 else ""
        yield f"- {'hard' if one.hard else 'soft'} conflict of {plain(one.fact)}: {name}{plain(one.reason)}"
        for row in one.events:
            event = corpus.events[row]
            source = _source(corpus, event.article, event.start)
            yield f"  - {describe(event.when)}: “{plain(sentence_of(corpus, row))}” ({source})"


def _mentions(corpus: Corpus, entity: int) -> Iterator[str]:
    by_article = groupby(corpus.mentions.of_entity(entity), key=lambda mention: mention.article)
    for place, (article, found) in enumerate(by_article):
        facts = corpus.articles[article]
        said = ", ".join(
            plain(words) for words in (facts.byline, facts.source, describe(facts.published) if facts.published else "")
            if words
        )  # fmt: skip
        yield f"{'' if not place else chr(10)}### {plain(facts.title)}\n"
        if said:
            yield f"{said}\n"
        text = corpus.text(article)
        breaks = [at for at, sign in enumerate(text) if sign == "\n"]
        for mention in found:
            number = bisect_right(breaks, mention.start - 1) + 1
            target = _link(corpus, article, mention.start, mention.end)
            yield f"- [line {number}](<{target}>): {_around(text, mention)}"


def _notes(corpus: Corpus, entity: int, notes: Sequence[PlacedNote]) -> Iterator[str]:
    for placed in notes_on(corpus, entity, notes):
        note = placed.note
        said = note.target.quote if note.target else note.event.quote if note.event else ""
        if said:
            yield f"> {plain(said)}\n"
        if note.text.strip():
            yield f"{note.text.strip()}\n"
        facts = [
            *(f"#{plain(tag).replace(' ', '-')}" for tag in note.tags),
            note.created.date().isoformat() if note.created else "",
            "" if placed.sure else placed.state,
        ]
        where = ""
        if placed.article is not None:
            at = placed.start if placed.start is not None else None
            where = _source(corpus, placed.article, at, placed.end)
        yield " · ".join(part for part in (*facts, where) if part) + "\n"


def _source(corpus: Corpus, article: int, start: int | None, end: int | None = None) -> str:
    """An article's title as a link to a passage."""
    return f"[{plain(corpus.articles[article].title)}](<{_link(corpus, article, start, end)}>)"


def _link(corpus: Corpus, article: int, start: int | None, end: int | None = None) -> str:
    passage = "" if start is None else f"#char={start}" + ("" if end is None else f",{end}")
    return f"{SCHEME}{quote(corpus.articles[article].path, errors='surrogateescape')}{passage}"


def _around(text: str, mention: Mention) -> str:
    """The words around a mention on its line, the mention in bold."""
    line = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    end = end if end >= 0 else len(text)
    before = text[max(line, mention.start - _AROUND) : mention.start]
    after = text[mention.end : min(end, mention.end + _AROUND)]
    if mention.start - _AROUND > line:
        before = "…" + before.partition(" ")[2]
    if mention.end + _AROUND < end:
        after = after.rpartition(" ")[0] + "…"
    said = f"**{plain(text[mention.start : mention.end])}**"
    gap, stop = " " if before[-1:].isspace() else "", " " if after[:1].isspace() else ""
    return f"{plain(before)}{gap}{said}{stop}{plain(after)}".strip()


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
