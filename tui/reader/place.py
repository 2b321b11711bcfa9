"""Where the reader is, where they want to go, and the one rule that turns the second into the first."""

from dataclasses import dataclass, replace

from tui.corpus.tables import Corpus


@dataclass(frozen=True, slots=True)
class Looked:
    """A search, and which of its hits was gone to."""

    query: str
    """The query as typed."""
    article: str = ""
    """Stable path of the article of the hit."""
    at: int = 0
    """Offset of the hit in it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: the only state the panes share."""

    article: int = 0
    """Article id."""
    at: int = 0
    """Offset of the reading position in that article's text."""
    entity: int | None = None
    """Id of the entity in focus, if any."""
    event: int | None = None
    """Id of the event in focus, if any."""
    search: Looked | None = None
    """The search that was open here; on the trail alone, where going back to the place opens it again."""
    front: bool = False
    """Whether the front page was open over it; on the trail alone, as the search."""


@dataclass(frozen=True, slots=True)
class Goto:
    """A wish to be elsewhere; what is left out is worked out by `resolve`."""

    article: int | None = None
    """Article id to open."""
    at: int | None = None
    """Offset to go to; without one an article opens where it was left."""
    until: int | None = None
    """Where the line that begins at `at` ends, if it is a line: what is told on it is in focus before what was."""
    entity: int | None = None
    """Entity to bring into focus; without an article or offset, its nearest mention is gone to."""
    event: int | None = None
    """Event to bring into focus; implies its article and offset."""
    keep: bool = False
    """True for small steps (a cursor that moves through a list or a text): the old place is not put on the trail."""
    explicit: bool = True
    """False while the reader merely passes by (scrolling the text): focus on entity and event is left to the panes."""


def resolve(corpus: Corpus, place: Place, goto: Goto, left_at: dict[int, int] | None = None) -> Place:
    """The place a wish leads to; the same place if it leads nowhere.

    An event implies its article and the offset of its clause. An entity keeps the reader where they are if it is named
    right there, else steps to its next mention, in this article before others. An article opens at `left_at[article]`,
    the offset where it was left, else at its beginning.
    """
    if goto.event is not None and 0 <= goto.event < len(corpus.events):
        event = corpus.events[goto.event]
        return Place(
            event.article if goto.article is None else goto.article,
            event.start if goto.at is None else goto.at,
            place.entity if goto.entity is None else goto.entity,
            event.id,
        )
    if goto.article is not None and not 0 <= goto.article < len(corpus.articles):
        return place
    if goto.entity is not None and goto.at is None:
        return _nearest_mention(corpus, place, goto)
    article = place.article if goto.article is None else goto.article
    if goto.at is not None:
        at = goto.at
    elif article == place.article:
        at = place.at
    else:
        at = (left_at or {}).get(article, 0)
    at = max(0, min(at, corpus.articles[article].chars)) if corpus.articles else 0
    near = corpus.event_near(article, at, goto.until)
    return Place(article, at, place.entity if goto.entity is None else goto.entity, near)


def _nearest_mention(corpus: Corpus, place: Place, goto: Goto) -> Place:
    """Bring an entity into focus: here if it is named here, else at its nearest mention."""
    entity = goto.entity
    if entity is None or not 0 <= entity < len(corpus.entities):
        return place
    article = place.article if goto.article is None else goto.article
    start = place.at if article == place.article else 0
    here = corpus.mention_at(article, start)
    if here is not None and here.entity == entity:
        return replace(place, article=article, at=start, entity=entity, event=corpus.event_near(article, start))
    found = (
        corpus.next_mention(entity, article, start - 1)
        or corpus.next_mention(entity, article, start, -1)
        or corpus.next_mention(entity, -1, 0)
    )
    if found is None:
        return replace(place, entity=entity)
    if found.article != article:
        inside = [other for other in corpus.mentions.of_entity(entity) if other.article == article]
        found = inside[-1] if inside else found
    return Place(found.article, found.start, entity, corpus.event_near(found.article, found.start))
