"""Pages whose markup states no day, or several, or a wrong one: what stands beside the heading counts."""

import json

import pytest

from tui.formats.html import facts
from tui.formats.html.page import read_page

HEAD = "<title>The bridge is closed | Valley Echo</title>"
RUNNING = "<p>" + "The council met on 3 May 2001 and closed the bridge to all lorries for the winter. " * 4 + "</p>"


def published(below: str, *, above: str = "", head: str = "") -> str:
    """The day of a page with this above and below its heading."""
    page = read_page(f"{HEAD}{head}<body>{above}<h1>The bridge is closed</h1>{below}{RUNNING}<p>7 May 1999</p>")
    when = facts.published(page, facts.title(page))
    return when.edtf if when else ""


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 4:12 PM EDT, Fri March 14, 2025", "2025-03-14"),
        ("Stand: 14.03.2025 17:42 Uhr", "2025-03-14"),
        ("Publié le 3 février 2021 à 18h04 - Mis à jour le 4 février 2021", "2021-02-03"),
        ("Updated: 5 March 2014. First published: 4 March 2014", "2014-03-04"),
        ("Submitted by jk on Wed, 03/08/2017 - 14:22", "2017-03-08"),
        ("By Dora Quist, 02/16/2004", "2004-02-16"),
        ("23 de outubro de 2022 às 19h30", "2022-10-23"),
        ("Opublikowano: 7 lutego 2020, 08:15", "2020-02-07"),
        ("2011年3月4日 10:00", "2011-03-04"),
        ("Posted 2019-08-07T10:00:00Z", "2019-08-07"),
        ("03/08/2017", ""),
        ("31 June 2017", ""),
        ("What the council said on 5 March 2003 still matters to everybody in the valley today", ""),
        ("", ""),
    ],
)
def test_a_line_below_the_heading_says_when(line: str, day: str) -> None:
    assert published(f"<div>By Ada Quill<br>{line}</div>") == day


@pytest.mark.parametrize(
    "beside",
    [
        "<aside><article><h2>Other</h2><time datetime='2023-10-01'></time></article></aside>",
        "<ul><li><span>12 January 2024</span> Strike</li><li><span>11 January 2024</span> Storm at sea</li></ul>",
        "<div>Today is Monday, March 10, 2003</div>",
        "<div class='related'><time datetime='2023-10-01'></time></div>",
    ],
)
def test_the_days_of_other_articles_are_not_taken(beside: str) -> None:
    assert published("<p>Posted on 9 April 2018</p>", above=beside) == "2018-04-09"


def test_the_day_a_computer_writes_for_none_is_none() -> None:
    head = '<meta name="date" content="1970-01-01T00:00:00Z">'
    assert published("<p>Published on 27 April 2014, updated 28 April 2014</p>", head=head) == "2014-04-27"


def test_any_element_may_be_marked_as_the_time_of_publication() -> None:
    assert published('<span itemprop="datePublished" content="2015-07-21">Tuesday</span>') == "2015-07-21"


def test_of_several_articles_described_the_one_with_the_pages_title_counts() -> None:
    told = [("Snow on the passes", "2023-12-01"), ("The bridge is closed", "2023-11-06")]
    data = json.dumps([{"@type": "NewsArticle", "headline": name, "datePublished": day} for name, day in told])
    assert published("", head=f'<script type="application/ld+json">{data}</script>') == "2023-11-06"


def test_a_title_without_a_heading_is_the_line_that_the_pages_title_holds() -> None:
    said = "<table><tr><td>Home</td><td><font size=5><b>The bridge: closed for good</b></font><br>By X</td></table>"
    page = read_page(f"<title>NEWS | Local | The bridge: closed for good</title>{said}{RUNNING}")
    assert facts.title(page) == "The bridge: closed for good"


def test_an_author_is_told_apart_from_the_day_beside_it() -> None:
    byline = '<div class="article-byline"><h4 class="author-name">Sam Orde</h4><time>Jun 9, 2022</time></div>'
    assert facts.author(read_page(f"{HEAD}<h1>The bridge is closed</h1>{byline}")) == "Sam Orde"
