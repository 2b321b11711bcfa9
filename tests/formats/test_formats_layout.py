"""Pages as they were made before 2005, and headings under the name of a site: laid out with tables, without a mark."""

import pytest

from tui.formats import read_document

pytest.importorskip("trafilatura")

PROSE = [
    "The canal was opened with a procession of ships that took two days to pass from one sea to the other.",
    "Engineers had doubted for years that the two seas stood at one level, until the survey was done again.",
    "Some twenty thousand labourers worked on the line at any time in the first years, many against their will.",
    "Traffic in the first year stayed far below what had been promised, and the company came close to ruin.",
]
BODY = "".join(f"<p>{said}" for said in PROSE)
BESIDE = "<b>Also today</b><p><a href=a>Fog holds ferries in port</a><p>A list of canals, with depth and width of each."


def page(inside: str, title: str = "New Canal Opens") -> str:
    return f"<html><head><title>{title}</title></head><body>{inside}</body></html>"


def test_columns_beside_the_article_are_left_out_and_its_paragraphs_are_paragraphs() -> None:
    layout = (
        "<table><tr><td colspan=3><a href=a>Home</a> | <a href=b>Ports</a></td></tr><tr>"
        "<td width=120><a href=c>News</a><br><a href=d>Opinion</a></td>"
        f"<td width=360><font size=5><b>New Canal Opens</b></font><br>By Jane Holt<br>Sunday, March 14, 1999{BODY}</td>"
        f"<td width=120>{BESIDE}</td></tr></table>"
    )
    found = read_document(page(layout, "Harbor Daily: New Canal Opens").encode(), "a.html")
    assert found.title == "New Canal Opens"
    assert found.published
    assert found.published.edtf == "1999-03-14"
    for said in PROSE:
        assert f"\n{said}\n" in found.text
    for said in ("Fog holds", "depth and width", "Opinion", "Ports", " | "):
        assert said not in found.text


def test_a_box_of_links_within_the_article_goes_and_a_second_column_of_prose_stays() -> None:
    box = "<table width=200 align=right><tr><td><a href=a>The men who dug it</a></td></tr></table>"
    other = "<p>" + " ".join(PROSE[::-1])
    layout = f"<table><tr><td><h1>New Canal Opens</h1>{box}{BODY}</td><td>{other}</td></tr></table>"
    text = read_document(page(layout).encode(), "a.html").text
    assert PROSE[3] + " " + PROSE[2] in text
    assert all(said in text for said in PROSE)


def test_a_table_of_days_and_deeds_stays_a_table() -> None:
    rows = "".join(f"<tr><td>{1859 + row}</td><td>{' '.join(PROSE)}</td></tr>" for row in range(5))
    text = read_document(page(f"<h1>New Canal Opens</h1>{BODY}<table>{rows}</table>").encode(), "a.html").text
    assert f"1860 | {PROSE[0]}" in text


@pytest.mark.parametrize(
    ("heads", "title"),
    [
        ("<h1><a href='/'>The Rope Locker</a></h1><h3>Splicing for beginners</h3>", "Splicing for beginners"),
        ("<h2><a href='/'>The Rope Locker</a></h2><h1><a>Splicing for beginners</a></h1>", "Splicing for beginners"),
        ("<h1>Splicing for beginners</h1><h2>The Rope Locker</h2>", "Splicing for beginners"),
    ],
)
def test_a_heading_that_leads_to_the_front_page_is_not_the_title(heads: str, title: str) -> None:
    found = read_document(page(heads + BODY, "The Rope Locker: Splicing for beginners").encode(), "a.html")
    assert found.title == title


def test_labels_above_the_title_are_no_text() -> None:
    found = read_document(page(f"<p>Top stories</p><h1>New Canal Opens</h1>{BODY}").encode(), "a.html")
    assert found.text.startswith("New Canal Opens\n")


def test_a_box_of_facts_tells_no_day_of_publication_and_a_line_break_ends_a_name() -> None:
    box = "<table class=infobox><tr><th>Date</th><td>26 August 1883</td></tr></table>"
    found = read_document(
        page(f"<h1>New Canal Opens</h1><p class=byline>By Jane Holt<br>Gazette</p>{box}{BODY}").encode(), "a.html"
    )
    assert found.published is None
    assert found.byline == "Jane Holt"


def test_a_title_is_found_in_a_cell_with_a_link_in_its_next_line() -> None:
    top = "<tr><td><b>New Canal Opens</b><br>Posted by <a href=a>jholt</a></td></tr>"
    inside = f"<table>{top}<tr><td>{BODY}</td></tr></table>"
    assert read_document(page(inside, "Air Log - New Canal Opens").encode(), "a.html").title == "New Canal Opens"
