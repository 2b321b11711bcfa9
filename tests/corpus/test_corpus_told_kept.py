"""What articles told is kept in the store, renumbered when it is woven in, and told again only where it may differ."""

import os
import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from test_corpus_retied import collections, corrections, findings_of, table_of
from whole import same, tell

from tui.__main__ import main
from tui.corpus import bolt, toldkept
from tui.corpus.build import build, read, scan
from tui.corpus.codec import Damaged
from tui.corpus.corrected import DateCorrection
from tui.corpus.findings import ArticleFindings
from tui.corpus.fingerprint import of_engine
from tui.corpus.parcel import parcel
from tui.corpus.pool import Lost
from tui.corpus.teller import Here, Named, Teller
from tui.corpus.telling import Span, Telling, inside, nothing
from tui.corpus.telling import tell as tell_article
from tui.corpus.toldkept import Kept, basis_of, packed_telling, unpacked_telling
from tui.manifest import Comments
from tui.model import DateSpan, Kind
from tui.names.statement import NameCorrection, Says

pytest_plugins = ["kept_folder"]

SAID = (
    NameCorrection(Says.MERGE, "Karl Weber", ("Boris Stone",)),
    NameCorrection(Says.RETYPE, "Irbil", kind="person"),
    NameCorrection(Says.RENAME, "Tehran", to="Teheran"),
    NameCorrection(Says.IGNORE, "Mahmud Farhadi"),
    NameCorrection(Says.SPLIT, "Qais Khazali", ("Khazali",)),
)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the articles that are told here, as they are."""
    paths: list[str] = []

    def seen(
        found: ArticleFindings, dates: Sequence[DateSpan], spans: Sequence[Span], kinds: Sequence[Kind]
    ) -> Telling:
        paths.append(found.article.path)
        return tell_article(found, dates, spans, kinds)

    monkeypatch.setattr(toldkept, "tell", seen)
    return paths


@settings(deadline=None, max_examples=60)
@given(collections, corrections)
def test_what_is_packed_is_what_is_unpacked_under_any_numbers(
    texts: dict[str, str], said: list[NameCorrection]
) -> None:
    findings = findings_of(texts)
    table = table_of(findings, said)
    kinds = [name.kind for name in table.names]
    for row, found in enumerate(findings):
        entities, own, own_kinds = inside(table.mentions(row, found.text, found.counted), kinds)
        telling = tell_article(found, found.dates, own, own_kinds)
        data = packed_telling(telling, found)
        assert unpacked_telling(data, found, range(len(entities))) == telling
        assert unpacked_telling(data, found, entities) == telling.numbered(entities)


def test_what_is_cut_or_changed_is_damaged_or_the_same() -> None:
    found = findings_of({"a": tell(5)})[0]
    table = table_of([found], [])
    entities, own, kinds = inside(table.mentions(0, found.text, found.counted), [name.kind for name in table.names])
    telling = tell_article(found, found.dates, own, kinds)
    assert telling.rows
    assert telling.statuses
    data = packed_telling(telling, found)
    for at in range(len(data)):
        with pytest.raises(Damaged):
            unpacked_telling(data[:at], found, entities)
        changed = bytearray(data)
        changed[at] ^= 0x21
        try:
            assert unpacked_telling(bytes(changed), found, range(len(entities))) == telling
        except Damaged:
            continue


def test_all_that_a_telling_hangs_on_is_in_its_key() -> None:
    found = findings_of({"a": tell(5)})[0]
    table = table_of([found], [])
    spans = table.mentions(0, found.text, found.counted)
    kinds = [name.kind for name in table.names]

    def key(engine: str, blob: bytes, comments: Comments, spans: Sequence[Span], kinds: Sequence[Kind]) -> bytes:
        kept = Kept(basis_of(engine, blob, comments), b"")
        kept.of(found, found.dates, spans, kinds)
        return kept.anew[:16]

    first = key("one", b"found", Comments.SEPARATE, spans, kinds)
    assert first == key("one", b"found", Comments.SEPARATE, spans, kinds)
    moved = [(start, end, entity + 1) for start, end, entity in spans]
    assert first == key("one", b"found", Comments.SEPARATE, moved, [Kind.PLACE, *kinds])
    others = {
        key("two", b"found", Comments.SEPARATE, spans, kinds),
        key("one", b"other", Comments.SEPARATE, spans, kinds),
        key("one", b"found", Comments.INCLUDE, spans, kinds),
        key("one", b"found", Comments.SEPARATE, spans[1:], kinds),
        key("one", b"found", Comments.SEPARATE, spans, [Kind.WEAPON, *kinds[1:]]),
        first,
    }
    assert len(others) == 6


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_it_says_what_reading_it_anew_says(folder: Path, cache: Path, seed: int) -> None:
    chance = random.Random(seed)
    said: list[NameCorrection | DateCorrection] = []
    build(scan([folder]), cache=cache, jobs=0)
    for step in range(10):
        path = folder / f"{chance.randrange(12)}.txt"
        match chance.choice(("write", "write", "remove", "name", "date", "touch", "manifest")):
            case "write":
                path.write_text(tell(chance.randrange(99), lines=chance.randrange(7)))
            case "remove" if path.exists() and path.name != "0.txt":
                path.unlink()
            case "name":
                one = chance.choice(SAID)
                said = [two for two in said if two != one] if one in said else [*said, one]
            case "date":
                said.append(DateCorrection("0.txt", f"20{step + 10}-02-03"))
            case "touch" if path.exists():
                os.utime(path)
            case _:
                with (folder / "corpus.toml").open("a") as file:
                    file.write(f'[[article]]\npath = "deep/post.md"\npublished = "20{step + 10}-05-06"\n')
                    file.write('[[entity]]\nname = "Baghdad"\nkind = "place"\n' if step % 2 else "")
        whole = build(scan([folder]), cache=cache, jobs=0, corrections=said)
        assert same(whole, build(scan([folder]), jobs=0, corrections=said))


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("jobs", [0, 2])
def test_only_what_changed_is_told_again(folder: Path, cache: Path, told: list[str], jobs: int) -> None:
    build(scan([folder]), cache=cache, jobs=jobs)
    told.clear()
    (folder / "2.txt").write_text(tell(2).replace("2007", "2006"))
    (folder / "9.txt").write_text(tell(9))
    (folder / "5.txt").unlink()
    corpus = build(scan([folder]), cache=cache, jobs=0)
    assert sorted(told) == ["2.txt", "9.txt"]
    told.clear()
    build(scan([folder]), cache=cache, jobs=0, corrections=[DateCorrection("4.txt", "2010-01-01")])
    assert told == ["4.txt"]
    told.clear()
    assert same(corpus, build(scan([folder]), cache=cache, jobs=0))
    assert told == ["4.txt"]
    told.clear()
    build(scan([folder]), cache=cache, jobs=0, again=True)
    assert len(told) == len(corpus.articles)


@pytest.mark.usefixtures("large")
def test_what_is_damaged_or_anothers_is_told_again(folder: Path, cache: Path, told: list[str]) -> None:
    plain = build(scan([folder]), cache=cache, jobs=0)
    with closing(sqlite3.connect(cache / "index.sqlite", isolation_level=None)) as base:
        base.execute("UPDATE told SET said=x'00' WHERE path='1.txt'")
        base.execute("UPDATE told SET said=substr(said, 1, length(said) - 9) WHERE path='2.txt'")
        base.execute("UPDATE told SET said='words' WHERE path='3.txt'")
        base.execute("UPDATE told SET said=(SELECT said FROM told WHERE path='6.txt') WHERE path='4.txt'")
        base.execute("DELETE FROM told WHERE path='7.txt'")
    (cache / bolt.NAME).unlink()
    told.clear()
    assert same(build(scan([folder]), cache=cache, jobs=0), plain)
    assert told == ["1.txt", "2.txt", "3.txt", "4.txt", "7.txt"]


@pytest.mark.usefixtures("large")
def test_nothing_is_kept_of_articles_that_are_gone(folder: Path, cache: Path) -> None:
    build(scan([folder]), cache=cache, jobs=0)
    (folder / "5.txt").unlink()
    (folder / "6.txt").write_text("")
    build(scan([folder]), cache=cache, jobs=0)
    with closing(sqlite3.connect(cache / "index.sqlite")) as base:
        kept = {path for (path,) in base.execute("SELECT path FROM told")}
    assert kept == {article.path for article in build(scan([folder])).articles}


@pytest.mark.usefixtures("large")
def test_an_article_that_no_process_survives_is_not_tried_again_until_it_changes(
    folder: Path, cache: Path, told: list[str]
) -> None:
    reading = read(scan([folder]), cache=cache, jobs=0)
    gathered = reading._gathered
    table = reading._ties.table
    teller = Teller(table, [name.kind for name in table.names], cache, of_engine())
    here = Here(teller, gathered)
    source = gathered.sources[0]
    named = Named(0, source.task.file, source.comments)
    assert here.arrived(named, Lost("too long")) == parcel(nothing("too long"))
    assert here(named) == nothing("too long")
    assert told == []
    assert Here(Teller(table, teller.kinds, cache, of_engine(), again=True), gathered)(named).lost == ""
    here.arrived(named, Lost("too long"))
    reading.close()


@pytest.mark.usefixtures("large")
def test_an_article_of_which_nothing_could_be_told_is_named_with_the_reason_at_every_start(
    folder: Path, cache: Path
) -> None:
    with closing(read(scan([folder]), cache=cache, jobs=0)) as reading:
        table, source = reading._ties.table, reading._gathered.sources[0]
        here = Here(Teller(table, [name.kind for name in table.names], cache, of_engine()), reading._gathered)
        here.arrived(Named(0, source.task.file, source.comments), Lost("it takes more than 60 seconds"))
    path = source.task.file.path
    said = f"{path}: its names and events are missing: it takes more than 60 seconds."
    for _ in ("told anew", "opened as it was kept"):
        corpus = build(scan([folder]), cache=cache, jobs=0)
        assert corpus.facts.problems == (said,)
        assert not corpus.mentions.in_article(corpus.article_at(path) or 0)
    (folder / path).write_text("Raid\n\nKarl Weber was killed in Basra on 3 May 2009.\n")
    assert build(scan([folder]), cache=cache, jobs=0).facts.problems == ()


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


def test_commands_print_the_same_whatever_was_changed_before(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def said() -> Sequence[str]:
        return [
            printed(capsys, command, "--in", str(folder), "--format", "json")
            for command in ("timeline", "entities", "conflicts")
        ]

    for number, change in enumerate(("cold", "changed", "added", "removed", "corrected")):
        match change:
            case "changed":
                (folder / "3.txt").write_text(tell(99, lines=6))
            case "added":
                (folder / "00.txt").write_text(tell(50))
            case "removed":
                (folder / "4.txt").unlink()
            case "corrected":
                with (folder / "corpus.toml").open("a") as file:
                    file.write('[[entity]]\nname = "Boris Stone"\nkind = "place"\naliases = ["Karl Stone"]\n')
        with monkeypatch.context() as patched:
            patched.setattr("tui.corpus.build.MANY", 1)
            patched.setenv("BACKSTORY_CACHE_DIR", str(tmp_path / "kept"))
            kept = said()
        with monkeypatch.context() as patched:
            patched.setenv("BACKSTORY_CACHE_DIR", str(tmp_path / f"fresh{number}"))
            assert said() == kept


@pytest.mark.usefixtures("large")
def test_names_brought_together_by_another_process_are_the_same(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = build(scan([folder]), jobs=0)
    monkeypatch.setattr("tui.corpus.tabling.MANY", 1)
    assert same(build(scan([folder]), cache=cache, jobs=1), plain)
    (cache / bolt.NAME).unlink()
    with closing(sqlite3.connect(cache / "index.sqlite")) as base, base:
        base.execute("UPDATE file SET names = ? WHERE path = '3.txt'", (b"no names",))
    assert same(build(scan([folder]), cache=cache, jobs=1), plain)
