"""Dated statements become rows with the right date, words and names."""

import pytest
from event_texts import marked, when

from tui.events.find import find_events
from tui.model import Part, PartKind


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            "In [[May 1998|1998-05]], the council dissolved the league.",
            [("1998-05", "The council dissolved the league")],
        ),
        ("[[1968|1968]]: The treaty was signed.", [("1968", "The treaty was signed")]),
        (
            "The {Red Guard} was founded in [[1990|1990]] and was disbanded in [[2001|2001]].",
            [("1990", "The Red Guard was founded in 1990"), ("2001", "The Red Guard was disbanded in 2001")],
        ),
        (
            "It began with the arrest of two in [[May 2006|2006-05]] and the trial of two [[next month|2006-06]].",
            [
                ("2006-05", "It began with the arrest of two in May 2006"),
                ("2006-06", "The trial of two next month"),
            ],
        ),
        (
            "Farhadi was held; Karimi, his deputy, was killed in [[2007|2007]].",
            [("2007", "Karimi, his deputy, was killed in 2007")],
        ),
        (
            "However, police raided the house and seized papers on [[3 May 2004|2004-05-03]].",
            [("2004-05-03", "Police raided the house and seized papers on 3 May 2004")],
        ),
        ("The [[January 2007|2007-01]] attack killed five.", [("2007-01", "The January 2007 attack killed five")]),
        (
            "The talks went on, and the treaty went into effect on [[10 May 1763|1763-05-10]].",
            [("1763-05-10", "The treaty went into effect on 10 May 1763")],
        ),
        (
            "In [[May 1981|1981-05]] the rebels, named after the leader of the [[1932|1932]] uprising, attacked Rome.",
            [
                ("1981-05", "The rebels, named after the leader of the 1932 uprising, attacked Rome"),
                ("1932", "In May 1981 the rebels, named after the leader of the 1932 uprising, attacked Rome"),
            ],
        ),
        (
            "He came back in [[1925|1925]], and taught at Leeds, beginning his survey in [[1926|1926]].",
            [
                ("1925", "He came back in 1925"),
                ("1926", "He taught at Leeds, beginning his survey in 1926"),
            ],
        ),
        (
            "Strikes spread in Poland in [[1980|1980]], Hungary in [[1981|1981]] and Romania.",
            [
                ("1980", "Strikes spread in Poland in 1980, Hungary in 1981 and Romania"),
                ("1981", "Strikes spread in Poland in 1980, Hungary in 1981 and Romania"),
            ],
        ),
        (
            "In [[May 1974|1974-05]], Ann Kirk shuttled between the capitals to end the [[October 1973|1973-10]] war.",
            [
                ("1974-05", "Ann Kirk shuttled between the capitals to end the October 1973 war"),
                ("1973-10", "In May 1974, Ann Kirk shuttled between the capitals to end the October 1973 war"),
            ],
        ),
        ("[[2007|2007]] saw the worst of it.", [("2007", "2007 saw the worst of it")]),
    ],
)
def test_each_dated_statement_gives_a_row(source: str, wanted: list[tuple[str, str]]) -> None:
    assert [(row.when.edtf, row.headline) for row in marked(source).rows()] == wanted


def test_a_date_before_the_verb_governs_the_whole_sentence() -> None:
    text = marked("In [[May 2004|2004-05]], police raided the house and seized papers.")
    (row,) = text.rows()
    assert text.text[row.start : row.end] == text.text
    assert row.headline == "Police raided the house and seized papers"


def test_two_dates_of_one_range_give_one_row() -> None:
    (row,) = marked("Fighting lasted from [[March 2007|2007-03]] to [[July 2008|2008-07]] in the north.").rows()
    assert (row.when.edtf, row.when.first, row.when.last) == (
        "2007-03/2008-07",
        when("2007-03").first,
        when("2008-07").last,
    )


def test_the_same_date_twice_or_inside_a_wider_one_gives_one_row() -> None:
    text = marked(
        "In [[2007|2007]], on [[May 3|2007-05-03]], the bridge fell; the fall of [[May 3|2007-05-03]] is well known."
    )
    assert [row.when.edtf for row in text.rows()] == ["2007-05-03"]


def test_a_row_knows_where_its_clause_and_date_stand_and_who_is_in_it() -> None:
    text = marked("{Anna Berg} met {Carl Dorn}. {Ed Falk} was jailed in [[1977|1977]] and {Carl Dorn} fled.")
    (row,) = text.rows()
    assert text.text[row.at : row.at + 4] == "1977"
    assert text.text[row.start : row.end] == "Ed Falk was jailed in 1977 and Carl Dorn fled."
    assert text.who(row) == ["Ed Falk", "Carl Dorn"]


def test_a_row_that_borrows_its_subject_has_that_subject_among_its_names() -> None:
    text = marked("{Ed Falk} was jailed in [[1977|1977]] and was freed in [[1980|1980]].")
    assert text.who(text.rows()[1]) == ["Ed Falk"]


def test_a_timeline_entry_gives_one_row_for_its_first_sentence_and_one_for_each_act_of_a_named_actor() -> None:
    text = marked(
        "[[March 2007|2007-03]]: Troops took the town. It was raining. {Rosa Lind} arrested the mayor. She felt fine. "
        "{Rosa Lind} is his aunt. In [[2005|2005]] the mayor had won."
    )
    rows = text.rows(PartKind.TIMELINE)
    assert [(row.when.edtf, row.headline, row.rule) for row in rows] == [
        ("2007-03", "Troops took the town", "heading"),
        ("2007-03", "Rosa Lind arrested the mayor", "heading"),
        ("2005", "The mayor had won", "own"),
    ]
    assert rows[0].at == 0


def test_a_finer_date_in_the_first_sentence_of_an_entry_takes_the_place_of_its_heading() -> None:
    text = marked("[[June 2007|2007-06]]: On [[June 4|2007-06-04]], the paper named the town.")
    assert [(row.when.edtf, row.rule) for row in text.rows(PartKind.TIMELINE)] == [("2007-06-04", "own")]


@pytest.mark.parametrize("kind", [PartKind.TITLE, PartKind.COMMENT, PartKind.FOOTER])
def test_titles_comments_and_footers_give_no_rows(kind: PartKind) -> None:
    assert marked("{Ed Falk} was jailed in [[1977|1977]].").rows(kind, published="1999") == []


def test_a_long_clause_is_told_from_its_subject_and_not_from_its_circumstances() -> None:
    circumstances = "Although the king had let her see no more than the far harbours of the cold north, in winter, "
    (row,) = marked(circumstances + "Ann Bull went on to sign a treaty in [[1918|1918]].").rows()
    assert row.headline == "Ann Bull went on to sign a treaty in 1918"


def test_the_year_of_a_cited_work_gives_no_row() -> None:
    text = marked(
        "It is rare (Schmidt, [[2009|2009]]; Makel et al., [[2012|2012]]). Porte & Berez ([[2017|2017]]) agree."
    )
    assert text.rows() == []
    assert len(marked("The king died (in Rome, [[1909|1909]]).").rows()) == 1


def test_a_heading_within_the_prose_gives_no_row() -> None:
    text = marked("The crisis came.\n\nThe Angola Crisis of [[1974|1974]]\n\nTroops landed in [[1975|1975]].")
    assert [row.when.edtf for row in text.rows()] == ["1975"]


def test_a_date_without_a_value_gives_no_row() -> None:
    assert marked("{Ed Falk} was jailed [[last year|]].").rows(published="1999") == []


def test_undated_acts_of_news_are_reported_on_the_day_of_publication() -> None:
    text = marked(
        "{Ed Falk} arrested two men. {Ed Falk} is tall. {Ed Falk} would have arrested more. Two men were arrested. "
        "“{Ed Falk} arrested my son and {Carl Dorn} killed him.”"
    )
    row, other = text.rows(published="1999-05-03")
    assert other.headline == "Two men were arrested"
    assert (row.headline, row.when.edtf, row.rule, row.reported) == (
        "Ed Falk arrested two men",
        "1999-05-03",
        "reported",
        True,
    )
    assert text.rows() == []


def test_what_a_paragraph_tells_of_another_time_is_no_news() -> None:
    history = "{Ed Falk} attacked at noon on [[15 July 1942|1942-07-15]]. {Carl Dorn} was captured. {Ed Falk} escaped."
    news = "{Ed Falk} arrested two men. He was born in [[1942|1942]]."
    recent = "{Ed Falk} held the man of [[15 July 1942|1942-07-15]] on [[Tuesday|2010-08-03]]. {Carl Dorn} resigned."
    published = "2010-08-04"
    assert [row.when.edtf for row in marked(history).rows(published=published)] == ["1942-07-15"]
    told = marked(f"{history}\n\n{news}\n\n{recent}").rows(published=published)
    assert [row.headline for row in told if row.reported] == ["Ed Falk arrested two men", "Carl Dorn resigned"]


def test_what_is_spoken_in_a_transcript_is_no_news_and_its_headline_leaves_the_speaker_out() -> None:
    text = marked(
        "{Ed Falk} met the press.\n\nGEN. ANNA KOWAL [Commander, Reserve]: They captured {Carl Dorn}. "
        "In [[May|1999-05]] they left.\n\nHOST: And {Carl Dorn} escaped."
    )
    assert [(row.headline, row.reported) for row in text.rows(published="1999-06-03")] == [
        ("Ed Falk met the press", True),
        ("They left", False),
    ]
    said = marked("ANNA KOWAL: The army left the town in [[May 1999|1999-05]].")
    assert [row.headline for row in said.rows()] == ["The army left the town in May 1999"]


def test_a_date_that_stands_alone_tells_nothing() -> None:
    text = marked("News of the town\n[[June 16, 2008|2008-06-16]]\n\nThe army left on [[June 15|2008-06-15]].")
    assert [row.when.edtf for row in text.rows(published="2008-06-16")] == ["2008-06-15"]


def test_a_headline_is_one_line_of_at_most_a_hundred_characters_cut_at_a_word() -> None:
    text = marked("In [[1977|1977]], the very\n  long " + "story of it " * 30 + "ended.")
    (row,) = text.rows()
    assert len(row.headline) <= 100
    assert row.headline.endswith(("story…", "of…", "it…"))
    assert row.headline.startswith("The very long story")


def test_dates_of_each_part_stay_with_their_part() -> None:
    text = marked("[[1977|1977]] in Rome\n\nEd Falk fell in [[1980|1980]].\n\nIt was [[1999|1999]] then.")
    ends = [0, text.text.index("Ed"), text.text.index("It"), len(text.text)]
    kinds = [PartKind.TITLE, PartKind.BODY, PartKind.COMMENT]
    parts = [Part(kind, ends[n], ends[n + 1]) for n, kind in enumerate(kinds)]
    assert [row.when.edtf for row in find_events(text.text, parts, text.dates, [], None)] == ["1980"]
