"""Text files that begin with facts under labels, and titles with the author or the day on the very next line."""

import pytest

from tui.corpus.article import Given, describe
from tui.formats import read_document
from tui.model import Document

TITLE = "Bridge Opens Again After Flood"
BODY = (
    "Traffic crossed the river before dawn, officials said. The bridge had been down since the flood.\n\nNobody came.\n"
)


@pytest.mark.parametrize(
    ("top", "byline", "day"),
    [
        (f"Headline: {TITLE}\nDate: March 3, 2009\nByline: By Karl Weber\nSource: The Gazette\n\n", "Karl Weber", True),
        (f"TITLE: {TITLE}\n\nPUBLISHED ON: 2009-03-03\n\nBY: Karl Weber\n\n", "Karl Weber", True),
        ("Title: Bridge Opens Again\n  After Flood\nSection: Metro\nDate: 3 March 2009\n", "", True),
        (f"From: Karl Weber <k@example.org>\nTo: x@example.org\nSubject: {TITLE}\n\n", "Karl Weber", False),
        (f"{TITLE}\nBy Karl Weber | March 3, 2009\n\n", "Karl Weber", True),
        (f"{TITLE}\nKarl Weber, Staff Writer\nMarch 3, 2009\n\n", "Karl Weber", True),
        (f"{TITLE}\nby Karl Weber\n", "Karl Weber", False),
        (f"{TITLE}\nPublished: March 3, 2009\n\n", "", True),
        (f"{TITLE}\nKarl Weber\n3 March 2009\n\n", "", True),
        (f"{TITLE}\n\nDate: March 3, 2009\nAuthor: Karl Weber\n\n", "Karl Weber", True),
    ],
)
def test_what_stands_above_the_text_is_taken_for_what_it_is(top: str, byline: str, day: bool) -> None:
    article, text = describe((top + BODY).encode(), "a.txt", Given())
    assert (article.title, article.byline) == (TITLE, byline)
    assert (article.published and article.published.edtf) == ("2009-03-03" if day else None)
    assert text.startswith(TITLE + "\n")
    assert text.endswith(BODY)


def test_lines_under_other_labels_stay_in_the_text() -> None:
    said = f"Title: {TITLE}\nDate: March 3, 2009\nSummary: It opened.\nKeywords: roads, rivers\n\n{BODY}"
    found = read_document(said.encode(), "a.txt")
    assert found.text == f"{TITLE}\n\nSummary: It opened.\n\n{BODY}"
    assert found.tags == ("roads", "rivers")


@pytest.mark.parametrize(
    "text",
    [
        "Question: What came?\nAnswer: Nothing.\n\nSo it was.\n",
        "Date: unknown is what the file says.\nAnd so on it went.\n",
        "Page: 3\nLanguage: English\n\nWords.\n",
        "By: far the best.\nSource: unknown.\n",
    ],
)
def test_other_beginnings_stay_as_they_are(text: str) -> None:
    assert read_document(text.encode(), "a.txt") == Document(text=text)


def test_a_newspaper_above_its_day_is_no_title() -> None:
    article, _ = describe(f"The Gazette\nMarch 3, 2009\n\n{TITLE}\n\n{BODY}".encode(), "a.txt", Given())
    assert article.title != "The Gazette"
