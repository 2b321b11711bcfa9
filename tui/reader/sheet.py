"""What the article pane shows of an article, worked out without a screen: blocks, looks, margin signs."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from tui.corpus.errors import ArticleChanged
from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.model import Article, Part, PartKind
from tui.reader.placed import PlacedNote
from tui.reader.reflow import measure_of
from tui.reader.shapes import Block, shaped


@dataclass(frozen=True, slots=True)
class Ink:
    """A stretch of text that looks different; later ones are laid over earlier ones."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    name: str
    """Name of its look."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in the margin."""

    at: int
    """Offset of the line it stands beside."""
    sign: str
    """One character, one cell wide."""
    name: str
    """Name of its look."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a page shows of one article."""

    text: str = ""
    """The article's stored text; made safe only as it is drawn."""
    blocks: tuple[Block, ...] = ()
    """What is shown, in order; text outside all blocks is not shown."""
    inks: tuple[Ink, ...] = ()
    """Names and dates, in order of start, none overlapping another."""
    marks: tuple[Mark, ...] = ()
    """Margin signs, the more important later."""
    measure: int = 0
    """At how many characters the text's lines were broken by hand; 0 if its lines are its paragraphs."""
    changed: bool = False
    """Whether the text is another than the one that names, dates and notes were found in: their offsets say nothing."""


CHANGED = "This file was changed since it was read: names, dates, events and notes are of before, and not shown here."
"""What stands above such a text."""

FOLD_CLOSED = "▸"
"""First character of the line that stands for folded comments."""

FOLD_OPEN = "▾"
"""First character of the same line with the comments shown."""

_BLOCKS = {
    PartKind.TITLE: "title",
    PartKind.BODY: "body",
    PartKind.TIMELINE: "body",
    PartKind.COMMENT: "comment",
    PartKind.FOOTER: "footer",
}


def sheet_of(corpus: Corpus, article: int, *, comments: bool = False, notes: Iterable[PlacedNote] = ()) -> Sheet:
    """The sheet of an article; `comments` shows what its readers wrote instead of one line that counts them.

    Of a file that was changed since it was read the text as it is now, without names, dates or signs in the margin.
    Raises OSError if the article's file has gone.
    """
    try:
        text = corpus.text(article)
    except ArticleChanged as error:
        return _changed(corpus.articles[article], error.text)
    return Sheet(
        text,
        tuple(_blocks(corpus.articles[article], text, comments=comments)),
        inks_of(corpus, article),
        tuple(_marks(corpus, article, notes)),
        measure_of(text),
    )


def _changed(article: Article, text: str) -> Sheet:
    remarks = (facts_line(article), CHANGED, " ")
    blocks = (Block("title", 0, 0, article.title), *(Block("meta", 0, 0, words) for words in remarks))
    return Sheet(text, (*blocks, Block("body", 0, len(text))), measure=measure_of(text), changed=True)


def inks_of(corpus: Corpus, article: int) -> tuple[Ink, ...]:
    """Names by kind and dates of an article, in order; where two would overlap, the one that begins first stands."""
    looks: dict[int, str] = {}
    places: list[tuple[int, int, str]] = []  # an article may name half a million: no more is made than is shown
    for start, end, entity in corpus.mentions.places_in(article):
        if entity not in looks:
            looks[entity] = corpus.entities[entity].kind.value
        places.append((start, -end, looks[entity]))
    named = len(places)
    places += [(span.start, -span.end, "date") for span in corpus.dates(article) if span.when is not None]
    if len(places) > named:
        places.sort(key=itemgetter(0, 1))
    kept: list[Ink] = []
    free = 0
    for start, end, look in places:
        if start >= free:
            kept.append(Ink(start, -end, look))
            free = -end
    return tuple(kept)


def facts_line(article: Article) -> str:
    """One line of what is known about an article: who wrote it, when, how that is known, where it appeared."""
    when = ""
    if article.published is not None:
        how = _HOW_KNOWN.get(article.published_from, "")
        when = describe(article.published) + (f" ({how})" if how else "")
    rough = "rough text" if article.rough else ""
    return " · ".join(words for words in (article.byline, when or "undated", article.source, rough) if words)


_HOW_KNOWN = {
    "name": "from its file name or address",
    "dateline": "from its dateline or byline",
    "text": "estimated from the text",
    "corrected": "as you corrected it",
}
"""What to say of a publication date that nobody simply stated."""


def _blocks(article: Article, text: str, *, comments: bool) -> Iterable[Block]:
    parts = article.parts or (Part(PartKind.BODY, 0, len(text)),)
    told = sum(part.kind is PartKind.COMMENT for part in parts)
    titled = parts[0].kind is PartKind.TITLE
    body = parts[1:] if titled else parts
    if titled:
        yield Block("title", parts[0].start, parts[0].end)
    else:
        yield Block("title", 0, 0, article.title)
    begin = body[0].start if body else parts[0].end
    yield Block("meta", begin, begin, facts_line(article))
    yield Block("meta", begin, begin, " ")
    folded = False
    for index, part in enumerate(body):
        # A block reaches to the next one, so that the blank lines between them are kept.
        end = body[index + 1].start if index + 1 < len(body) else part.end
        if part.kind is not PartKind.COMMENT:
            yield from shaped(Block(_BLOCKS[part.kind], part.start, end), text, article.shapes)
            continue
        if not folded:
            folded = True
            sign = FOLD_OPEN if comments else FOLD_CLOSED
            yield Block("fold", part.start, part.start, f"{sign} {told} comment{'s' if told != 1 else ''}")
            yield Block("meta", part.start, part.start, " ")
        if comments:
            yield Block("comment", part.start, end)


def _marks(corpus: Corpus, article: int, notes: Iterable[PlacedNote]) -> Iterable[Mark]:
    events, disputed = corpus.events, list[int]()
    reported = events.columns.reported  # an article may tell a hundred thousand: none of them is made
    for event in events.in_article(article):
        start = events.start(event)
        if not reported[event]:
            yield Mark(start, "·", "mark-event")
        if corpus.is_disputed(event):
            disputed.append(start)
    yield from (Mark(start, "!", "mark-conflict") for start in disputed)
    told = list(notes)
    noted = {placed.entity for placed in told if placed.entity is not None}
    for mention in corpus.mentions.in_article(article) if noted else ():
        if mention.entity in noted:
            # Where a name with a note first appears; a sign at each mention would fill the margin.
            noted.discard(mention.entity)
            yield Mark(mention.start, "◇", "mark-note")
    for placed in told:
        if placed.event is not None and placed.event < len(corpus.events):
            for source in corpus.sources(placed.event):
                if corpus.events[source].article == article:
                    yield Mark(corpus.events[source].start, "◆", "mark-note")
        elif placed.article == article:
            # One that has lost its place is never shown beside a sentence: it waits at the title.
            yield Mark(placed.start or 0, "◆" if placed.sure else "?", "mark-note" if placed.sure else "mark-conflict")
