"""The front page of a collection, worked out without a screen: what it holds, what is new, what waits to be read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tui.corpus.claims import KEPT_OPEN
from tui.corpus.days import published_days
from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.model import OPEN_FUTURE, OPEN_PAST, Kind
from tui.reader.articlesieve import ArticleSieve, Which, newest
from tui.reader.frontitems import (
    FrontPage,
    Item,
    Opens,
    Section,
    ToCommand,
    ToCompany,
    ToConflict,
    ToEntity,
    ToNote,
    ToSkipped,
)
from tui.reader.place import Goto, Place
from tui.reader.placed import DRAFT, EXACT, ORPHAN, UNSURE, PlacedNote
from tui.reader.readmarks import ReadMarks
from tui.reader.spread import bounds_of

SPREAD = 16
"""Bars of the little line that shows where in the collection's time a name occurs."""

LEAST = 4
"""Lines a section has at least, where there is so much to show."""

DATED = 0.3
"""Share of the articles that must have a date for the page to show articles over time, and not events."""


def front_page(
    corpus: Corpus,
    place: Place,
    marks: ReadMarks,
    notes: Sequence[PlacedNote],
    room: int,
    columns: int = 3,
    *,
    begun: bool,
) -> FrontPage:
    """The page of a collection for a reader at a place; `room` is how many lines each of so many columns has.

    `begun` says that the reader has been in the text before. What names and events say is left out until they are read.
    """
    counts = Counter(corpus.ranks.kinds)
    published = published_days(corpus.articles)
    dated = len(published) - published.count(None)
    read_wants = (int(begun), len(marks.starred), dated, len(corpus.articles) - len(marks.read))
    named_wants = tuple(counts[tuple(Kind).index(kind)] for kind in _NAMED)
    settle_wants = (len(corpus.conflicts), len(notes), min(_SKIPPED, len(corpus.facts.skipped)))
    if columns >= _ALL_COLUMNS:
        reads, settles = shares(room, read_wants), shares(room, settle_wants)
    else:
        # To settle stands under to read.
        both = shares(room, (*read_wants, *settle_wants))
        reads, settles = both[: len(read_wants)], both[len(read_wants) :]
    # How many more names there are is not said of them: those lines are theirs.
    names = shares(room + 2, named_wants)
    to_read = (
        _going_on(corpus, place, marks, begun=begun),
        _starred(corpus, marks, reads[1]),
        _newest(corpus, published, marks, reads[2]),
        _unread(corpus, place, marks, reads[3]),
    )
    named = tuple(_named(corpus, kind, most) for kind, most in zip(_NAMED, names, strict=True))
    if not corpus.complete:
        named = (Section("Names and events", (), words="come here once they are read."),)
    to_settle = (_conflicts(corpus, settles[0]), _notes(corpus, notes, settles[1]), _skipped(corpus))
    days, counted = _over_time(corpus, published)
    shown = tuple(tuple(one for one in column if one.items or one.words) for column in (to_read, named, to_settle))
    return FrontPage(corpus.facts.title, _facts(corpus, marks, notes), days, counted, shown)


def shares(room: int, wanted: Sequence[int]) -> list[int]:
    """How many lines each section of a column gets of those it wants, so that all of them together fill `room` lines.

    Whoever wants little gets that, and the others share what it leaves; none gets less than `LEAST` of what it wants.
    """
    got = [min(LEAST, want) for want in wanted]
    left = room - sum(got) - sum(_OVERHEAD for want in wanted if want)
    while left > 0:
        hungry = [place for place, want in enumerate(wanted) if got[place] < want]
        if not hungry:
            break
        got[min(hungry, key=lambda place: got[place])] += 1
        left -= 1
    return got


def _facts(corpus: Corpus, marks: ReadMarks, notes: Sequence[PlacedNote]) -> str:
    total, unread = len(corpus.articles), len(corpus.articles) - len(marks.read)
    told = [_many(total, "article")]
    told.append("all unread" if unread == total else f"{unread:,} unread" if unread else "all read")
    if corpus.complete:
        told_events, _ = corpus.events.columns.rows(range(len(corpus.events)))
        told += [f"{len(corpus.entities):,} names in all", f"{len(told_events):,} dated events"]
        open_ones = len(corpus.conflicts)
        told += [_many(open_ones, "conflict")] if open_ones else []
    told += [_many(len(notes), "note")] if notes else []
    skipped = len(corpus.facts.skipped)
    told += [f"{_many(skipped, 'file')} not read in"] if skipped else []
    return " · ".join(told)


def _over_time(corpus: Corpus, published: Sequence[int | None]) -> tuple[Sequence[int], str]:
    dated = sorted(day for day in published if day is not None)
    if dated and (len(dated) >= DATED * len(corpus.articles) or not len(corpus.events)):
        undated = len(corpus.articles) - len(dated)
        return dated, "Articles over time" + (f", {undated:,} undated aside" if undated else "")
    columns = corpus.events.columns
    days = [day for day, reported in zip(columns.firsts, columns.reported, strict=True) if not reported]
    return days, "Events over time" if days else ""


# --- to read


def _article(corpus: Corpus, article: int, marks: ReadMarks, tail: str | None = None) -> Item:
    known = corpus.articles[article]
    when = describe(known.published) if known.published is not None else ""
    sign = "★" if article in marks.starred else "" if article in marks.read else "•"
    return Item(squeeze(known.title), Goto(article=article), when if tail is None else tail, sign)


def _going_on(corpus: Corpus, place: Place, marks: ReadMarks, *, begun: bool) -> Section:
    if not begun or place.article >= len(corpus.articles):
        return Section("", ())
    chars = corpus.articles[place.article].chars
    share = f"{min(1.0, place.at / chars):.0%}" if chars else ""
    item = _article(corpus, place.article, marks, share)
    return Section("Where you were", (Item(item.words, Goto(article=place.article, at=place.at), share, item.sign),))


def _starred(corpus: Corpus, marks: ReadMarks, most: int) -> Section:
    found = sorted(marks.starred)
    items = [_article(corpus, article, marks) for article in found[:most]]
    return Section("With a star", (*items, *_more(len(found) - len(items), "more", ArticleSieve(Which.STARRED))))


def _newest(corpus: Corpus, published: Sequence[int | None], marks: ReadMarks, most: int) -> Section:
    dated = [article for article, day in enumerate(published) if day is not None]
    found = newest(published, dated)[:most]
    return Section("Newest", tuple(_article(corpus, article, marks) for article in found))


def _unread(corpus: Corpus, place: Place, marks: ReadMarks, most: int) -> Section:
    total = len(corpus.articles)
    unread = total - len(marks.read)
    after = (article for article in range(place.article, total) if article not in marks.read)
    found = [article for article, _ in zip(after, range(most), strict=False)]
    items = [_article(corpus, article, marks) for article in found]
    heading = "To read" if unread == total else f"Unread  {unread:,}"
    return Section(heading, (*items, *_more(unread - len(items), "more to read", ArticleSieve(Which.UNREAD))))


# --- who and where


def _named(corpus: Corpus, kind: Kind, most: int) -> Section:
    wanted = tuple(Kind).index(kind)
    known = (corpus.entities[row] for row, its in enumerate(corpus.ranks.kinds) if its == wanted)
    found = sorted(
        (entity for entity in known if entity.articles),
        key=lambda entity: (-entity.articles, -entity.count, entity.name.casefold()),
    )[:most]
    firsts = corpus.events.columns.firsts
    limits = bounds_of(firsts)
    items = []
    for entity in found:
        days = (firsts[event] for event in corpus.events.of_entity(entity.id)
                if not corpus.events.columns.reported[event])  # fmt: skip
        spread = _spread(days, limits) if limits is not None else ()
        items.append(Item(squeeze(entity.name), ToEntity(entity.id), f"{entity.articles:>5,}", "", kind.value, spread))
    if kind is Kind.PERSON and len(items) > 1:
        items.append(Item("who appears with whom …", ToCompany(), kind="more"))
    return Section(kind.plural, tuple(items), "articles")


def _spread(days: Iterable[int], limits: tuple[int, int]) -> tuple[int, ...]:
    counts = [0] * SPREAD
    first, last = limits
    for day in days:
        if OPEN_PAST < first <= day <= last < OPEN_FUTURE:
            counts[(day - first) * SPREAD // (last - first + 1)] += 1
    return tuple(counts)


# --- to settle


def _conflicts(corpus: Corpus, most: int) -> Section:
    found, verdicts = corpus.conflicts, corpus.claims.verdicts
    # What the reader has not looked at comes before what they keep open.
    rows = sorted(range(len(found)), key=lambda row: verdicts.get(found[row]) == KEPT_OPEN)
    items = []
    for row in rows[:most]:
        conflict = found[row]
        headline = corpus.events[conflict.events[0]].headline
        about = corpus.entities[conflict.entity].name if conflict.entity >= 0 else headline
        items.append(Item(squeeze(about), ToConflict(row), squeeze(conflict.reason), "!"))
    more = _more(len(found) - len(items), "more", ToCommand("timeline.conflicts"))
    return Section(f"Sources disagree  {len(found):,}", (*items, *more))


def _notes(corpus: Corpus, notes: Sequence[PlacedNote], most: int) -> Section:
    order = {DRAFT: 0, ORPHAN: 1, UNSURE: 2}
    found = sorted(notes, key=lambda placed: order.get(placed.state, 3))
    items = []
    for placed in found[:most]:
        words = squeeze(placed.note.text) or "(highlight)"
        state = "" if placed.state == EXACT else placed.state
        where = corpus.articles[placed.article].title if placed.article is not None else ""
        items.append(
            Item(words, ToNote(placed.note.id), state or squeeze(where), "?" if order.get(placed.state) else "◆")
        )
    return Section(f"Notes  {len(notes):,}", (*items, *_more(len(found) - len(items), "more", ToCommand("desk.notes"))))


def _skipped(corpus: Corpus) -> Section:
    found = corpus.facts.skipped
    items = [Item(squeeze(one.path), ToSkipped(row), squeeze(one.reason)) for row, one in enumerate(found[:_SKIPPED])]
    more = _more(len(found) - len(items), "more", ToSkipped(_SKIPPED))
    return Section(f"Not read in  {len(found):,}", (*items, *more))


def _more(count: int, words: str, opens: Opens) -> Iterator[Item]:
    if count > 0:
        yield Item(f"{count:,} {words} …", opens, kind="more")


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' if count != 1 else ''}"


_NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
_ALL_COLUMNS = 3
_OVERHEAD = 3
"""Lines of a section that are none of its own: heading, how many more there are, and a blank behind it."""

_SKIPPED = 4
"""Files that were not read in named on the page."""
