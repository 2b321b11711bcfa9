"""A link that was exported leads back to its passage."""

import pytest

from tui.corpus.tables import Corpus
from tui.notes.anchor import make
from tui.notes.exports import Placed, link
from tui.notes.model import ArticleRef, Note
from tui.reader.links import Link, parse
from tui.reader.place import Place


@pytest.mark.parametrize("path", ["a.txt", "2007/karbala.md", "ein Wort #3, 50 %.txt", "دفتر.txt"])
def test_the_link_of_a_note_leads_back_to_its_article_and_passage(path: str) -> None:
    text = "The crates were counted twice before the ice broke."
    note = Note("1", "span", article=ArticleRef(path), target=make(text, 4, 10))
    assert parse(link(Placed(note))) == Link(path, 4)
    assert parse(link(Placed(Note("1", "article", article=ArticleRef(path))))) == Link(path)


@pytest.mark.parametrize(
    "words", ["", "a.txt", "backstory:", "backstory:#note=1", "https://example.org/a.txt#char=3,4"]
)
def test_what_is_no_link_to_an_article_leads_nowhere(words: str) -> None:
    assert parse(words) is None


def test_a_link_leads_into_the_article_and_never_beyond_its_end(bundled: Corpus) -> None:
    path, chars = bundled.articles[1].path, bundled.articles[1].chars
    assert Link(path).place(bundled) == Place(1, 0)
    assert Link(path, 40).place(bundled) == Place(1, 40)
    assert Link(path, chars + 99).place(bundled) == Place(1, chars)
    assert Link("elsewhere.txt", 40).place(bundled) is None
