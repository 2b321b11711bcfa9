"""One article from its bytes: its text, its parts and the facts about it; pure, so that any process can do it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from tui.corpus.corrected import Corrected
from tui.corpus.published import publication
from tui.formats import Unreadable, read_document
from tui.manifest import ArticleFacts, Comments
from tui.model import Article, DateOrder, Document, Kind, Part, PartKind
from tui.parts import cut
from tui.parts.byline import find_byline


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of an article before its text is read."""

    facts: ArticleFacts = field(default_factory=ArticleFacts)
    """What corpus.toml says about it."""
    date_order: DateOrder | None = None
    """How its collection writes numeric dates."""
    comments: Comments = Comments.SEPARATE
    """What is done with its readers' comments."""
    corrected: Corrected = field(default_factory=Corrected)
    """What a person knows better about its dates."""
    voter: Callable[[str], Mapping[str, Kind]] | None = None
    """Who else votes on the kinds of its names: gives, for a text, the kind of each spelling it knows."""


def describe(data: bytes, path: str, given: Given, *, dated: bool = True) -> tuple[Article, str]:
    """An article's facts and text, without reading it for names and dates; raises `Unreadable`.

    Without `dated` its text is not searched for a publication date: ten times faster.
    """
    document = read_document(data, path.rpartition("/")[2])
    if not document.text.strip():
        raise Unreadable("empty")
    parts = cut(document.text, document.title, document.comments_at, document.commenters)
    facts = given.facts
    article = Article(
        id=0,
        path=path,
        digest=digest(document.text),
        title=facts.title or _title(document, parts) or stem(path),
        published=None,
        published_from="",
        byline=facts.byline or document.byline or find_byline(document.text),
        source=facts.source or document.source,
        url=facts.url or document.url,
        chars=len(document.text),
        parts=parts,
        tags=document.tags,
        rough=document.rough,
        shapes=document.shapes,
    )
    published, published_from = publication(
        facts.published, document, article, given.date_order, given.corrected, search=dated
    )
    return replace(article, published=published, published_from=published_from), document.text


def counted(parts: tuple[Part, ...], comments: Comments) -> tuple[Part, ...]:
    """The parts as the engines are to take them: comments that are included read as body."""
    if comments is not Comments.INCLUDE:
        return parts
    return tuple(replace(part, kind=PartKind.BODY) if part.kind is PartKind.COMMENT else part for part in parts)


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _title(document: Document, parts: tuple[Part, ...]) -> str:
    """The title the file states, else the words of its title part, else ""."""
    if document.title:
        return " ".join(document.title.split())
    if parts and parts[0].kind is PartKind.TITLE:
        return " ".join(document.text[parts[0].start : parts[0].end].split())
    return ""


def stem(path: str) -> str:
    """A file's name without folder and suffix; of one article of many with its number: "dump #12"."""
    name = path.rpartition("/")[2]
    dotless, _, suffix = name.rpartition(".")
    number = suffix.partition("#")[2]
    return (f"{dotless} #{number}" if number else dotless) or name
