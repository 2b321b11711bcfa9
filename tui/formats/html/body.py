"""The article and its readers' comments in a web page, by trafilatura where `backstory[html]` is installed."""

from collections.abc import Iterator
from typing import Any

from tui.dates.edtf import parse
from tui.formats.html.extra import load
from tui.formats.html.hints import holds_comments, is_comment, is_post, stands_beside
from tui.formats.html.layout import unlay
from tui.formats.html.page import HINTS, Block, Page
from tui.model import When

LIMIT = 8 * 1024 * 1024
"""Pages of more characters are left to the rule of thumb: a careful look would take minutes."""


MOST_TAGS = 40_000
"""Elements of a page that is given a careful look: as many cost a second."""

MOST_ITEMS = 2_000
"""Items of lists in one: of these it takes the square in time, as of a tag's attributes."""

MOST_ATTRIBUTES = 500
"""Attributes of one tag in it."""


def tame(page: Page, text: str) -> bool:
    """Whether a page may be given a careful look, or would keep its reader waiting for minutes."""
    return (
        len(text) <= LIMIT
        and page.tags.total() <= MOST_TAGS
        and page.tags["li"] <= MOST_ITEMS
        and page.attributes <= MOST_ATTRIBUTES
    )


def extracted(text: str, *, comments: bool = True, thread: bool = False) -> tuple[list[Block], list[Block]] | None:
    """The blocks of the article and of the comments; None without the extra, and where it finds nothing.

    Without `comments` those that call themselves so are taken out first; with `thread` these are the posts of a forum.
    """
    try:
        trafilatura = load("trafilatura")
    except ImportError:
        return None
    try:
        tree = trafilatura.load_html(text)
        if tree is None:
            return None
        unlay(tree)
        _clear(tree, comments=comments, thread=thread)
        found = trafilatura.bare_extraction(tree, include_comments=comments, include_tables=True, include_links=False)
    except (RecursionError, ValueError, AttributeError, TypeError, AssertionError):
        return None  # a page so broken that the library stumbles; the rule of thumb reads it
    if found is None or isinstance(found, dict) or found.body is None:
        return None
    body = list(_blocks(found.body))
    said = list(_blocks(found.commentsbody)) if comments and found.commentsbody is not None else []
    return (body, said) if body else None


_HOMES = frozenset({"html", "head", "body", "main", "article"})
"""Elements that are never taken out whole."""

_LONGEST_BESIDE = 1_500
"""Characters of the longest element that is left out for what it calls itself."""

_SHARE = 0.2
"""Part of a page's words that such an element holds at most."""


def _clear(tree: Any, *, comments: bool, thread: bool) -> None:
    """Take out of a page's tree what calls itself no part of the article; nothing that holds a main heading."""
    most = min(_LONGEST_BESIDE, _SHARE * len("".join(tree.itertext())))
    posts = 0
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        hints = " ".join(element.get(key, "") for key in HINTS).lower()
        if hints.strip() and element.tag not in _HOMES | {"a"} and element.getparent() is not None:
            out = False
            if thread and is_post(hints):
                posts += 1
                out = posts > 1
            elif not comments and not thread:
                out = holds_comments(hints) or is_comment(hints)
            out = out or (stands_beside(hints) and len("".join(element.itertext())) <= most)
            if out and element.find(".//h1") is None:
                element.drop_tree()
                continue
        waiting.extend(reversed(element))


def dated(text: str) -> When | None:
    """The day of publication as htmldate finds it in its fast mode; None without the extra, and where it finds none."""
    try:
        htmldate = load("htmldate")
    except ImportError:
        return None
    try:
        found = htmldate.find_date(text, extensive_search=False, original_date=True)
        return parse(found) if found else None
    except (RecursionError, ValueError, AttributeError, TypeError, OverflowError):  # EdtfError is a ValueError
        return None


_TAGS = {"head": "h2", "p": "p", "item": "li", "quote": "blockquote", "code": "pre", "row": "td", "ab": "p"}
"""Its names of blocks, and those of HTML."""


def _blocks(tree: Any) -> Iterator[Block]:
    """The blocks of a tree of trafilatura's, in order; words that stand between blocks are paragraphs."""
    yield from _said(tree.text, "p")
    for child in tree:
        name = child.tag if isinstance(child.tag, str) else ""
        if name in ("list", "table") or (name in ("quote", "div") and len(child)):
            inner = list(_blocks(child))
            yield from (
                Block("blockquote", one.words, 0, -1) if name == "quote" and one.tag == "p" else one for one in inner
            )
        elif name == "row":
            yield from _said(" | ".join(" ".join("".join(cell.itertext()).split()) for cell in child), "td")
        elif name == "code":
            yield from _said("".join(child.itertext()), "pre")
        elif name:
            yield from _said("".join(child.itertext()), _TAGS.get(name, "p"))
        yield from _said(child.tail, "p")


def _said(words: str | None, tag: str) -> Iterator[Block]:
    said = (words or "").strip("\n").rstrip() if tag == "pre" else " ".join((words or "").split())
    if said.strip(" |"):
        yield Block(tag, said, 0, -1)
