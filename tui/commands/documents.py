"""The corpus in the words of the contract: what every JSON document says, as plain dictionaries."""

from collections.abc import Sequence

from tui.corpus.lore import RoleSaid, Suggested
from tui.corpus.tables import Corpus
from tui.model import WHERE, WHO, WHOM, Conflict, Mention, Status, When
from tui.reader.roles import sentence_of

Json = dict[str, object]


def article_line(corpus: Corpus, article: int) -> Json:
    """An article as `list` gives it."""
    facts = corpus.articles[article]
    return {
        "id": facts.path,
        "title": facts.title,
        "published": edtf(facts.published),
        "published_from": facts.published_from,
        "byline": facts.byline,
        "tags": list(facts.tags),
        "chars": facts.chars,
        "parts": {kind.value: count for kind, count in corpus.part_counts(article).items()},
    }


def article_whole(corpus: Corpus, article: int) -> Json:
    """An article as `show` gives it; raises OSError if its file has gone."""
    facts = corpus.articles[article]
    text = corpus.text(article)
    return {
        "id": facts.path,
        "title": facts.title,
        "published": edtf(facts.published),
        "published_from": facts.published_from,
        "byline": facts.byline,
        "source": facts.source,
        "url": facts.url,
        "text": text,
        "parts": [
            {"kind": part.kind.value, "start": part.start, "end": part.end, "by": part.by} for part in facts.parts
        ],
        "tags": list(facts.tags),
        "rough": facts.rough,
        "mentions": [
            {
                "start": found.start,
                "end": found.end,
                "text": text[found.start : found.end],
                "entity": corpus.entities[found.entity].name,
                "type": corpus.entities[found.entity].kind.value,
                "part": _part(corpus, found),
            }
            for found in corpus.mentions.in_article(article)
        ],
        "dates": dates(corpus, article),
    }


def dates(corpus: Corpus, article: int) -> list[Json]:
    """The date expressions of an article as `timeline` and `show` give them."""
    path = corpus.articles[article].path
    text = corpus.text(article)
    found: list[Json] = []
    for date in corpus.dates(article):
        part = corpus.part_at(article, date.start)
        found.append(
            {
                "article": path,
                "start": date.start,
                "end": date.end,
                "text": text[date.start : date.end],
                "value": edtf(date.when),
                "precision": date.when.precision.value if date.when else "unknown",
                "approximate": bool(date.when and date.when.approximate),
                "rule": date.rule,
                "part": part.kind.value if part else "",
            }
        )
    return found


def event(corpus: Corpus, row: int) -> Json:
    """A row of the timeline."""
    found = corpus.events[row]
    return {
        "id": corpus.event_key(row),
        "article": corpus.articles[found.article].path,
        "start": found.start,
        "end": found.end,
        "date": found.when.edtf,
        "precision": found.when.precision.value,
        "rule": found.rule,
        "headline": found.headline,
        "entities": [corpus.entities[entity].name for entity in found.entities],
        "cluster": corpus.event_key(found.cluster),
        "reported": found.reported,
        "parts": {
            part: [corpus.entities[entity].name for entity, its in found.parts if its == part]
            for part in (WHO, WHOM, WHERE)
        },
    }


def conflict(corpus: Corpus, found: Conflict) -> Json:
    """Two events that cannot both be right, by the ids they have in `timeline`."""
    return {
        "kind": "hard" if found.hard else "soft",
        "fact": found.fact,
        "events": [corpus.event_key(row) for row in found.events],
        "reason": found.reason,
        "verdict": corpus.claims.verdicts.get(found),
        "entity": corpus.entities[found.entity].name if found.entity >= 0 else None,
    }


def entity(corpus: Corpus, row: int) -> Json:
    """An entity with all its mentions; raises OSError if the file of one has gone."""
    return _entity(corpus, row, mentions(corpus, corpus.mentions.of_entity(row)))


def entities(corpus: Corpus, rows: Sequence[int]) -> list[Json]:
    """Entities with all their mentions, each text read once; raises OSError if the file of one has gone."""
    wanted: dict[int, list[Json]] = {row: [] for row in rows}
    for article in corpus.articles:
        found = [mention for mention in corpus.mentions.in_article(article.id) if mention.entity in wanted]
        for mention, told in zip(found, mentions(corpus, found), strict=True):
            wanted[mention.entity].append(told)
    return [_entity(corpus, row, told) for row, told in wanted.items()]


def _entity(corpus: Corpus, row: int, told: list[Json]) -> Json:
    found = corpus.entities[row]
    span = corpus.span_of(row)
    return {
        "name": found.name,
        "type": found.kind.value,
        "aliases": [alias.name for alias in found.aliases],
        "why": {alias.name: alias.reason for alias in found.aliases},
        "count": found.count,
        "articles": found.articles,
        "first": edtf(span[0]) if span else None,
        "last": edtf(span[1]) if span else None,
        "about": found.about,
        "mentions": told,
    }


def role(corpus: Corpus, said: RoleSaid) -> Json:
    """Who is what to whom, with the sentence that says so; raises OSError if its file has gone."""
    return {
        "person": corpus.entities[said.person].name,
        "role": said.role,
        "of": corpus.entities[said.other].name,
        "article": corpus.articles[said.article].path,
        "start": said.start,
        "end": said.end,
        "sentence": sentence_of(corpus, said),
    }


def status(corpus: Corpus, said: Status) -> Json:
    """What became of an entity, by one statement."""
    return {
        "fate": said.fate,
        "date": edtf(said.when),
        "event": corpus.event_key(said.event) if said.event is not None else None,
        "article": corpus.articles[said.article].path,
        "start": said.start,
    }


def suggestion(corpus: Corpus, asked: Suggested) -> Json:
    """Two names that may be one, and why."""
    return {
        "name": corpus.entities[asked.entity].name,
        "other": corpus.entities[asked.other].name,
        "reason": asked.reason,
        "score": round(asked.score, 2),
    }


def mentions(corpus: Corpus, found: Sequence[Mention]) -> list[Json]:
    """Mentions with their words; one in a comment or footer says so in "part"."""
    return [
        {
            "article": corpus.articles[mention.article].path,
            "start": mention.start,
            "end": mention.end,
            "text": corpus.text(mention.article)[mention.start : mention.end],
            "part": _part(corpus, mention),
        }
        for mention in found
    ]


def edtf(when: When | None) -> str | None:
    """A date's value; None without one."""
    return when.edtf if when else None


def _part(corpus: Corpus, mention: Mention) -> str:
    part = corpus.part_at(mention.article, mention.start)
    return part.kind.value if part else ""
