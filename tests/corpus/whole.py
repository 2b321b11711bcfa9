"""Everything a corpus says, and small collections to say it: for tests that what is kept is what reading anew gives."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

from tui.corpus.tables import Corpus

NAMES = ("Mahmud Farhadi", "Karl Weber", "Boris Stone", "Qais Khazali")
PLACES = ("Baghdad", "Tehran", "Irbil")


def tell(number: int, lines: int = 4) -> str:
    """An article with names, dates, events and a comment."""
    chance = random.Random(number)
    said = [
        f"{chance.choice(NAMES)} was captured in {chance.choice(PLACES)} on June {chance.randint(1, 28)}, 2007, and "
        f"General {chance.choice(NAMES)} left {chance.choice(PLACES)} in {chance.choice(('May', 'July'))} 2008."
        for _ in range(lines)
    ]
    body = "\n\n".join(said)
    return f"Article {number}\n\n{body}\n\nTags: x\n\n  • Winger says:\n\n    {NAMES[0]} was seen on July 9, 2009.\n"


def all_of(corpus: Corpus) -> Iterator[object]:
    """Everything a corpus says."""
    yield corpus.facts.title, corpus.facts.key, corpus.facts.skipped, corpus.facts.problems, list(corpus.conflicts)
    yield list(corpus.lore.roles), list(corpus.lore.suggestions), list(corpus.facts.orders)
    yield [list(rows) for rows in corpus.events.columns.rows(range(len(corpus.events)))]
    for article in corpus.articles:
        yield article
        yield corpus.text(article.id)
        yield list(corpus.dates(article.id))
        yield list(corpus.mentions.in_article(article.id))
        yield list(corpus.events.in_article(article.id))
        yield corpus.article_at(article.path)
    for event in corpus.events:
        yield event, list(corpus.sources(event.id)), corpus.event_key(event.id)
        yield corpus.event_at(corpus.event_key(event.id))
    yield corpus.events.told_again, corpus.events.columns.lines, list(corpus.events.days)
    for entity in corpus.entities:
        yield entity, list(corpus.statuses_of(entity.id)), corpus.lore.votes_of(entity.id)
        yield list(corpus.mentions.of_entity(entity.id)), list(corpus.events.of_entity(entity.id))
        yield list(corpus.lore.roles_of(entity.id)), corpus.lore.first_of(entity.id, entity.name)
        yield corpus.entity_named(entity.name), list(corpus.events.dated_of(entity.id)), corpus.span_of(entity.id)
    yield list(corpus.ranks.heaviest), list(corpus.ranks.counts), list(corpus.ranks.kinds)


def same(one: Corpus, other: Corpus) -> bool:
    """Whether two corpora say the same."""
    return list(all_of(one)) == list(all_of(other))


def make_folder(home: Path) -> Path:
    """A collection with text, a page, a post, an empty file and a corpus.toml."""
    (home / "deep").mkdir(parents=True)
    for number in range(8):
        (home / f"{number}.txt").write_text(tell(number))
        os.utime(home / f"{number}.txt", (1_700_000_000, 1_700_000_000))
    (home / "deep" / "page.html").write_text(f"<h1>Page</h1><p>{tell(8)}</p>")
    (home / "deep" / "post.md").write_text(f"---\ntags: [one, two]\n---\n# Post\n\n> Quoted.\n\n{tell(20)}")
    (home / "empty.txt").write_text("")
    (home / "corpus.toml").write_text('[[entity]]\nname = "Karl Weber"\nabout = "a line"\naliases = ["Weber"]\n')
    return home
