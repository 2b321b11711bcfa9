"""What is kept from one tying to the next gives what working it out anew gives, whatever was changed between them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.article import Given
from tui.corpus.findings import ArticleFindings, read_article
from tui.corpus.places import Places
from tui.corpus.telling import Tellings
from tui.names.corrected import correct
from tui.names.statement import NameCorrection, Says
from tui.names.table import NameTable, build_table

SENTENCES = (
    "Karim Halabi was captured in Basra on 20 March 2007.",
    "Karim Halabi, a commander of the Badr Corps, met Azhar Dulaimi.",
    "Halabi was released in May 2009.",
    "On May 4, 2009 Jamal Halabi was killed by the Badr Corps.",
    "In June 2008 the Badr Organization said that Dulaimi had died.",
    "Azhar al-Dulaimi attacked Karbala in January 2007.",
    "The Qods Force trained five fighters in 2006.",
    "Six fighters of the Qods Force were killed near Basra in 2006.",
    "The O’Neil report of May 2010 named Dulaimi.",
)
NAMES = ("Karim Halabi", "Jamal Halabi", "Halabi", "Badr Corps", "Azhar Dulaimi", "Dulaimi", "Basra", "Qods Force")

texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
collections = st.dictionaries(st.sampled_from("abcdef"), texts, min_size=1, max_size=5)
two = st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True)
corrections = st.lists(
    st.one_of(
        two.map(lambda names: NameCorrection(Says.MERGE, names[0], (names[1],))),
        two.map(lambda names: NameCorrection(Says.RENAME, names[0], to=names[1] + " the Elder")),
        two.map(lambda names: NameCorrection(Says.IGNORE, names[0])),
        two.map(lambda names: NameCorrection(Says.RETYPE, names[0], kind="place")),
    ),
    max_size=2,
)


def findings_of(texts: dict[str, str]) -> list[ArticleFindings]:
    return [
        read_article(f"Report {name}\n\n{text}\n".encode(), f"{name}.txt", Given())
        for name, text in sorted(texts.items())
    ]


def table_of(findings: list[ArticleFindings], said: list[NameCorrection]) -> NameTable:
    paths = [found.article.path for found in findings]
    return correct(build_table([found.candidates for found in findings]), said, paths)[0]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(collections, corrections), min_size=2, max_size=4))
def test_what_is_kept_gives_what_is_found_anew(steps: list[tuple[dict[str, str], list[NameCorrection]]]) -> None:
    places, tellings = Places(), Tellings()
    for texts, said in steps:
        findings = findings_of(texts)
        table = table_of(findings, said)
        kinds = [name.kind for name in table.names]
        kept = list(places.of(findings, table))
        assert kept == [table.mentions(row, found.text, found.counted) for row, found in enumerate(findings)]
        for found, spans in zip(findings, kept, strict=True):
            anew = Tellings().of(found, found.dates, spans, kinds)
            assert tellings.of(found, found.dates, spans, kinds) == anew


def test_an_article_more_leaves_what_is_kept_of_the_others_as_it_is() -> None:
    places, tellings = Places(), Tellings()
    before = findings_of({"b": SENTENCES[0], "c": SENTENCES[6]})
    table = table_of(before, [])
    kinds = [name.kind for name in table.names]
    told = [
        tellings.of(one, one.dates, spans, kinds).rows
        for one, spans in zip(before, places.of(before, table), strict=True)
    ]
    after = findings_of({"a": SENTENCES[7], "b": SENTENCES[0], "c": SENTENCES[6]})
    table = table_of(after, [])
    kinds = [name.kind for name in table.names]
    again = [
        tellings.of(one, one.dates, spans, kinds).rows
        for one, spans in zip(after, places.of(after, table), strict=True)
    ]
    assert [row.headline for rows in again[1:] for row in rows] == [row.headline for rows in told for row in rows]
    assert all(
        row.when is old.when
        for rows, olds in zip(again[1:], told, strict=True)
        for row, old in zip(rows, olds, strict=True)
    )
