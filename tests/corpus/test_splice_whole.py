"""A collection that a few changed articles were brought into says what weaving all of it anew would say."""

import random
from collections import Counter
from collections.abc import Hashable, Iterable
from pathlib import Path

import pytest

from tui.corpus import bolt
from tui.corpus.atonce import open_kept, relabel_kept
from tui.corpus.build import build, scan
from tui.corpus.tables import Corpus
from tui.model import Event, Kind
from tui.names.statement import NameCorrection, Says

FIRST = ("Omar", "Dana", "Karl", "Boris", "Anna", "Pavel", "Laila", "Victor", "Helen", "Rashid")
LAST = (
    "Haddad",
    "Weber",
    "Lefebvre",
    "Khazali",
    "Moreau",
    "Lindqvist",
    "Petrov",
    "Okafor",
    "Farhadi",
    "Novak",
    "Brandt",
)
PLACES = ("Baghdad", "Tehran", "Irbil", "Lisbon", "Vienna", "Oslo", "Cairo")
DEEDS = ("was captured in {}", "was appointed governor of {}", "was released in {}", "resigned in {}", "died in {}")


def who(number: int) -> str:
    """One of 110 people."""
    return f"{FIRST[number % len(FIRST)]} {LAST[number % len(LAST)]}"


def happened(number: int) -> str:
    """What became of one of them, always told alike, long before or after what became of anybody else."""
    day, month, year = 1 + number * 7 % 28, ("March", "June", "October")[number % 3], 1950 + number % 60
    return f"{who(number)} {DEEDS[number % len(DEEDS)].format(PLACES[number % len(PLACES)])} on {month} {day}, {year}"


def story(number: int, about: int = 3) -> str:
    """An article on some of them, each of whom others tell of too, with a comment."""
    body = "\n\n".join(f"{happened(one)}. His brother {who(one + 50)} saw it." for one in range(number, number + about))
    return f"Story {number}\n\n{body}\n\nTags: x\n\n  • Winger says:\n\n    {who(number)} was seen on July 9, 2009.\n"


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a small collection be treated as a large one, and any change as a small one."""
    monkeypatch.setattr("tui.corpus.splice.change.LEAST", 5)
    monkeypatch.setattr("tui.corpus.splice.change.SHARE", 1)


@pytest.fixture(autouse=True, params=[100, 0], ids=["beside", "anew"])
def little(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many articles may change for only what is different to be written."""
    monkeypatch.setattr("tui.corpus.splice.change.LITTLE", request.param)
    return int(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "articles"
    home.mkdir()
    for number in range(24):
        (home / f"{number:02}.txt").write_text(story(2 * number, 2 + number % 4), encoding="utf-8")
    (home / "20.md").write_text(f"---\ntags: [one, two]\n---\n# Post\n\n> Quoted.\n\n{story(20)}", encoding="utf-8")
    return home


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "own"


def brought_in(cache: Path) -> int:
    """How many articles were brought into what is kept; 0 for what was woven."""
    slab = bolt.kept(cache)
    assert slab is not None
    return int(slab.facts.get("spliced", 0))


def by_name(corpus: Corpus) -> dict[str, Counter[Hashable]]:
    """What a corpus says, but for what is weighed over all articles, with names for the numbers."""
    names = [entity.name for entity in corpus.entities]

    def key(event: Event) -> Hashable:
        return corpus.articles[event.article].path, event.start, event.at, event.headline

    def keys(events: Iterable[int]) -> Hashable:
        return tuple(key(corpus.events[event]) for event in events)

    return {
        "articles": Counter((article, corpus.article_at(article.path)) for article in corpus.articles),
        "dates": Counter((article.path, tuple(corpus.dates(article.id))) for article in corpus.articles),
        "entities": Counter(
            (one.name, one.kind, one.count, one.articles, one.about, frozenset(one.aliases),
             corpus.entity_named(one.name) == one.id)
            for one in corpus.entities
        ),
        "mentions": Counter(
            (one.article, one.start, one.end, names[one.entity])
            for article in corpus.articles
            for one in corpus.mentions.in_article(article.id)
        ),
        "mentions of": Counter(
            (entity.name, one.article, one.start)
            for entity in corpus.entities
            for one in corpus.mentions.of_entity(entity.id)
        ),
        "events": Counter(
            (
                key(one), one.when, tuple(names[own] for own in one.entities),
                tuple((names[own], part) for own, part in one.parts), one.reported, one.rule,
                keys(corpus.sources(one.id)), key(corpus.events[one.cluster]), corpus.event_key(one.id),
            )
            for one in corpus.events
        ),
        "told in": Counter((one.path, keys(corpus.events.in_article(one.id))) for one in corpus.articles),
        "events of": Counter((one.name, keys(corpus.events.of_entity(one.id))) for one in corpus.entities),
        "dated of": Counter((one.name, keys(corpus.events.dated_of(one.id))) for one in corpus.entities),
        "rows": Counter(map(keys, corpus.events.columns.rows(range(len(corpus.events))))),
        "told again": Counter(key(corpus.events[one]) for one in corpus.told_again),
        "days": Counter(corpus.events.days),
        "conflicts": Counter(
            (one.hard, one.fact, keys(one.events), one.reason, names[one.entity] if one.entity >= 0 else "")
            for one in corpus.conflicts
        ),
        "statuses": Counter(
            (one.name, said.fate, said.when, keys([] if said.event is None else [said.event]), said.article, said.start)
            for one in corpus.entities
            for said in corpus.statuses_of(one.id)
        ),
        "roles": Counter(
            (one.article, names[one.person], one.role, names[one.other], one.start) for one in corpus.lore.roles
        ),
        "roles of": Counter(
            (one.name, said.role, said.start) for one in corpus.entities for said in corpus.lore.roles_of(one.id)
        ),
    }  # fmt: skip


def assert_same(corpus: Corpus, fresh: Corpus) -> None:
    mine, its = by_name(corpus), by_name(fresh)
    for what, said in its.items():
        assert mine[what] == said, what
    order = [(one.when.first, one.when.last, one.article) for one in corpus.events]
    assert order == sorted(order)
    weights = [corpus.ranks.counts[entity] for entity in corpus.ranks.heaviest]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("seed", range(2))
def test_what_comes_goes_and_changes_is_as_if_all_were_woven_anew(folder: Path, cache: Path, seed: int) -> None:
    chance = random.Random(seed)
    build(scan([folder]), cache=cache, jobs=0)
    assert brought_in(cache) == 0
    for step in range(1, 4):
        files = sorted(folder.glob("*.txt"))
        gone, other = chance.sample(files, 2)
        gone.unlink()
        other.write_text(story(chance.randrange(110), chance.randint(1, 5)), encoding="utf-8")
        (folder / f"{chance.randrange(100):02}x.txt").write_text(story(chance.randrange(110)), encoding="utf-8")
        corpus = build(scan([folder]), cache=cache, jobs=0)
        assert 2 <= brought_in(cache) <= 2 * step
        assert_same(corpus, build(scan([folder]), jobs=0))
        assert_same(build(scan([folder]), cache=cache, jobs=0), corpus)


def test_whoever_is_new_is_listed_and_whoever_is_gone_is_not(folder: Path, cache: Path) -> None:
    build(scan([folder]), cache=cache, jobs=0)
    (folder / "05.txt").write_text(
        "A visit\n\nColonel Dana Whitfield met Karl Weber in Lisbon on 3 March 2009. Whitfield left on March 5, 2009.\n"
    )
    corpus = build(scan([folder]), cache=cache, jobs=0)
    assert brought_in(cache) == 1
    who = corpus.entity_named("Dana Whitfield")
    assert who is not None
    assert corpus.entities[who].kind is Kind.PERSON
    assert [corpus.events[event].when.edtf for event in corpus.events.of_entity(who)] == ["2009-03-03", "2009-03-05"]
    assert_same(corpus, build(scan([folder]), jobs=0))
    (folder / "05.txt").write_text(story(10))
    corpus = build(scan([folder]), cache=cache, jobs=0)
    assert corpus.entity_named("Dana Whitfield") is None
    assert_same(corpus, build(scan([folder]), jobs=0))


def test_a_new_article_joins_and_contradicts_what_was_told_before(folder: Path, cache: Path) -> None:
    one = "A raid\n\nOmar Haddad was captured in Irbil on January 11, 2007, with five others.\n"
    (folder / "a.txt").write_text(one)
    build(scan([folder]), cache=cache, jobs=0)
    (folder / "b.txt").write_text("Again\n\nOmar Haddad was captured in Irbil on January 11, 2007.\n")
    (folder / "c.txt").write_text("Otherwise\n\nOmar Haddad was captured in Irbil on February 20, 2007.\n")
    corpus = build(scan([folder]), cache=cache, jobs=0)
    assert brought_in(cache) == 2
    who = corpus.entity_named("Omar Haddad")
    assert who is not None
    assert [one.fact for one in corpus.conflicts if one.entity == who] == ["date"]
    assert_same(corpus, build(scan([folder]), jobs=0))


def test_what_was_said_of_names_holds_in_what_comes(folder: Path, cache: Path) -> None:
    said = [
        NameCorrection(Says.RENAME, name="Karl Weber", to="Carl Weber"),
        NameCorrection(Says.IGNORE, name="Tehran"),
        NameCorrection(Says.MERGE, name="Boris Stone", names=("Bob Pebble",)),
    ]
    build(scan([folder]), cache=cache, corrections=said, jobs=0)
    (folder / "x.txt").write_text("More\n\nKarl Weber and Bob Pebble met Boris Stone in Tehran on 3 March 2009.\n")
    corpus = build(scan([folder]), cache=cache, corrections=said, jobs=0)
    assert brought_in(cache) == 1
    last = corpus.events[corpus.events.in_article(len(corpus.articles) - 1)[0]]
    assert {corpus.entities[who].name for who in last.entities} == {"Carl Weber", "Boris Stone"}
    assert_same(corpus, build(scan([folder]), corrections=said, jobs=0))


def test_names_can_be_corrected_at_once_in_what_articles_were_brought_into(folder: Path, cache: Path) -> None:
    build(scan([folder]), cache=cache, jobs=0)
    (folder / "x.txt").write_text("More\n\nDana Whitfield met Boris Stone in Irbil on 3 March 2009.\n")
    build(scan([folder]), cache=cache, jobs=0)
    kept = open_kept(cache, [folder], [])
    assert kept is not None
    merge = NameCorrection(Says.MERGE, name="Dana Whitfield", names=("Boris Stone",))
    corpus = relabel_kept(kept, [], [merge])
    assert corpus is not None
    assert corpus.entity_named("Boris Stone") == corpus.entity_named("Dana Whitfield")
    assert relabel_kept(kept, [merge], []) is None


def test_other_names_in_corpus_toml_have_all_woven_anew(folder: Path, cache: Path) -> None:
    build(scan([folder]), cache=cache, jobs=0)
    (folder / "corpus.toml").write_text(f'[[entity]]\nname = "{who(12)}"\nabout = "a line"\n')
    corpus = build(scan([folder]), cache=cache, jobs=0)
    assert brought_in(cache) == 0
    (folder / "x.txt").write_text(story(77))
    corpus = build(scan([folder]), cache=cache, jobs=0)
    assert brought_in(cache) == 1
    known = corpus.entity_named(who(12))
    assert known is not None
    assert corpus.entities[known].about == "a line"
    assert_same(corpus, build(scan([folder]), jobs=0))


def test_when_much_has_changed_all_is_woven_anew(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.corpus.splice.change.SHARE", 10)
    build(scan([folder]), cache=cache, jobs=0)
    for number, expected in ((1, 1), (2, 2), (3, 0), (4, 1)):
        (folder / f"{number:02}.txt").write_text(story(70 + number))
        build(scan([folder]), cache=cache, jobs=0)
        assert brought_in(cache) == expected


def test_asking_anew_weaves_what_was_only_brought_in(folder: Path, cache: Path) -> None:
    build(scan([folder]), cache=cache, jobs=0)
    (folder / "x.txt").write_text(story(77))
    spliced = build(scan([folder]), cache=cache, jobs=0)
    woven = build(scan([folder]), cache=cache, jobs=0, again=True)
    assert brought_in(cache) == 0
    assert spliced.signature != woven.signature
