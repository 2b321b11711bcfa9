"""A note's article is found again after its file was renamed, moved or changed."""

from tui.model import Article
from tui.notes.articles import Found, Shelfmarks
from tui.notes.model import ArticleRef


def article(path: str, digest: str, title: str) -> Article:
    return Article(0, path, digest, title, None, "", "", "", "", 0, ())


SHELF = Shelfmarks(
    [
        article("a.txt", "d1", "The port"),
        article("b/c.txt", "d2", "The  Salt Road"),
        article("b/d.txt", "d3", "Untitled"),
        article("e.txt", "d3", "Untitled"),
    ]
)


def found(path: str, digest: str, title: str) -> tuple[str, Found] | None:
    match = SHELF.find(ArticleRef(path, "", title, digest))
    return (match.article.path, match.found) if match else None


def test_the_same_path_and_text_is_the_same_article() -> None:
    assert found("a.txt", "d1", "") == ("a.txt", Found.SAME)
    match = SHELF.find(ArticleRef("a.txt", sha256="d1"))
    assert match is not None
    assert match.digest_matches


def test_a_changed_text_is_still_the_article_of_its_path() -> None:
    assert found("a.txt", "old", "The port") == ("a.txt", Found.CHANGED)
    assert found("a.txt", "", "Another title") == ("a.txt", Found.CHANGED)


def test_a_renamed_or_moved_file_is_found_by_its_text() -> None:
    assert found("gone.txt", "d2", "") == ("b/c.txt", Found.RENAMED)
    assert found("moved/e.txt", "d3", "") == ("e.txt", Found.RENAMED)
    assert found("moved/d.txt", "d3", "") == ("b/d.txt", Found.RENAMED)


def test_a_file_whose_old_name_another_article_took_is_found_by_its_text() -> None:
    assert found("a.txt", "d2", "The salt road") == ("b/c.txt", Found.RENAMED)


def test_a_renamed_and_changed_file_is_guessed_by_a_title_only_it_has() -> None:
    assert found("gone.txt", "old", "the salt road") == ("b/c.txt", Found.TITLED)
    assert found("gone.txt", "old", "Untitled") is None
    assert found("gone.txt", "", "") is None
