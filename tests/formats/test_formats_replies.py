"""Comments in the forms that comment systems emit: told apart, with who wrote them; appeals and links left out."""

import sys

import pytest
from page_samples import SAMPLES, Sample

from tui.corpus.article import Given, describe
from tui.formats.html.page import read_page
from tui.formats.html.replies import replies
from tui.model import PartKind


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.form)
@pytest.mark.parametrize("extra", [True, False], ids=["extra", "bare"])
def test_a_page_gives_its_article_and_each_comment_with_its_writer(
    sample: Sample, extra: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not extra:
        monkeypatch.setitem(sys.modules, "trafilatura", None)
        monkeypatch.setitem(sys.modules, "htmldate", None)
    article, text = describe(sample.page, "a.html", Given())
    assert article.title == f"The {sample.name} is missing"
    told = " ".join(text[part.start : part.end] for part in article.parts if part.kind.counts)
    for words in sample.kept:
        assert words in told
    said = [(part.by, text[part.start : part.end]) for part in article.parts if part.kind is PartKind.COMMENT]
    assert [by for by, _ in said] == [by for by, _ in sample.replies]
    for (_, words), (_, wanted) in zip(said, sample.replies, strict=True):
        assert wanted in " ".join(words.split())
        assert wanted not in told
    for words in sample.out:
        assert words not in " ".join(text.split())


def test_where_comments_are_all_there_is_they_are_the_article() -> None:
    page = (
        '<div class="comment"><cite class="fn">Ann</cite><p>All that this page holds is one remark of mine.</p></div>'
    )
    assert replies(read_page(page)).said == ()
    _, text = describe(page.encode(), "a.html", Given())
    assert "All that this page holds" in text


def test_a_page_of_several_posts_of_a_blog_is_no_forum() -> None:
    post = '<div class="post hentry" id="post-{n}"><h2>A day</h2><span class="author">Ann</span><p>{words}</p></div>'
    words = "It rained from the morning on and nobody went out to sea, so we mended nets and told each other stories."
    page = "".join(post.format(n=number, words=f"{number}. {words}") for number in range(3))
    assert replies(read_page(page)).said == ()
    assert all(f"{number}. It rained" in describe(page.encode(), "a.html", Given())[1] for number in range(3))
