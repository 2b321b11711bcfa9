"""A web page as far as a reader needs it: what its head states, its headings, its blocks of words and their homes."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.formats.html.hints import names_commenter
from tui.formats.html.tokens import Tag, cut

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905 - a list to be read
)
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("html", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "tr", "ul", "button", "option", "select", "label"),
    }
)
HINTS = ("class", "id", "role", "itemprop", "rel")
"""Attributes by which an element says what it is."""

_UNSAID = frozenset({"script", "style", "textarea", "noscript", "template", "svg", "iframe"})
_BREAK = "\x1f"
_AUTHOR_TAGS = frozenset({"a", "span", "p", "div", "address", "h4", "h5", "strong", "em", "cite", "li"})
_AUTHOR_HINT = re.compile(r"(?:[\w-]{0,40}[-_])?(?:author|byline)(?:[-_]{1,2}(?:name|link|text))?")
_AMONG_COMMENTS = re.compile(r"comment|respon(?:d|ses?\b)|disqus")
_NEAR = 8
"""How many elements outwards are asked whether they hold comments."""

_MANY = re.compile(r"\n{3,}")
_CLOSED_BY = {
    "p": _BLOCKS - {"button", "label", "option"},
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "option": frozenset({"option"}),
    "td": frozenset({"td", "th", "tr"}),
    "th": frozenset({"td", "th", "tr"}),
    "tr": frozenset({"tr"}),
}
"""Elements whose end tag may be left out, with the start tags that end them."""


@dataclass(frozen=True, slots=True)
class Node:
    """An open element a block may lie in."""

    name: str
    """Its tag."""
    hints: str
    """Its class, id, role and itemprop in lower case, blanks between."""
    parent: int
    """Index of the element around it; -1 for the outermost."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of words between block tags."""

    tag: str
    """The tag it stands in: "p", "h2", "li", "blockquote", "pre", "td", "div" ..."""
    words: str
    """Its words, white space made single blanks but in "pre"."""
    linked: int
    """How many of its characters are links."""
    node: int
    """Index in `Page.nodes` of the element it stands in."""


@dataclass(slots=True)
class Page:
    """What was found in a page."""

    title: str = ""
    """Inside of the title element."""
    meta: dict[str, list[str]] = field(default_factory=dict)
    """Contents of meta elements by lower-case name, property or itemprop, in order."""
    links: dict[str, str] = field(default_factory=dict)
    """First address of each link relation in the head, such as "canonical"."""
    data: list[str] = field(default_factory=list)
    """Insides of JSON-LD scripts."""
    times: list[tuple[str, str, int]] = field(default_factory=list)
    """Each time element, and each other that gives a time of publication: the time, its hints, its node."""
    authors: list[str] = field(default_factory=list)
    """Words of elements that say they name the author."""
    commenters: list[tuple[int, str]] = field(default_factory=list)
    """Words of elements that may name who wrote a comment or a post in a forum, each with its node."""
    nodes: list[Node] = field(default_factory=list)
    """Every block element, outer before inner."""
    blocks: list[Block] = field(default_factory=list)
    """The blocks, in order."""
    tags: Counter[str] = field(default_factory=Counter)
    """How often each element begins."""
    attributes: int = 0
    """How many attributes the tag with the most of them has."""


def read_page(text: str) -> Page:
    """Take a page apart; never fails."""
    reader = _Reader()
    for piece in cut(text):
        if isinstance(piece, str):
            reader.text(piece)
        elif piece.ends:
            reader.end(piece.name)
        else:
            reader.start(piece)
    reader.flush()
    return reader.page


class _Reader:
    """Follows the tags of one page."""

    def __init__(self) -> None:
        self.page = Page()
        self._open: list[tuple[str, int]] = []  # tag and its node; inline elements carry the node around them
        self._count: Counter[str] = Counter()
        self._words: list[str] = []
        self._linked = 0
        self._node = -1
        self._inside = ""  # the raw element whose text comes next
        self._author: list[str] | None = None
        self._author_depth = 0
        self._commenter: list[str] | None = None
        self._commenter_depth = self._commenter_sure = 0

    def start(self, tag: Tag) -> None:
        name, values = tag.name, tag.values
        self._inside = ""
        self.page.tags[name] += 1
        self.page.attributes = max(self.page.attributes, len(values))
        if name == "meta":
            self._meta(values.get("name") or values.get("property") or values.get("itemprop") or "", values)
        elif name == "link":
            self.page.links.setdefault(values.get("rel", "").lower(), values.get("href", ""))
        elif name == "script" and "ld+json" in values.get("type", "").lower():
            self._inside = "data"
        elif name == "title" and not self.page.title and not self._count["svg"]:
            self._inside = "title"
        elif name in _UNSAID:
            self._inside = "nothing"
        elif name == "br":
            self._words.append(_BREAK)
            if self._author is not None:
                self._author.append(_BREAK)
        if name in _VOID:
            return
        if self._open and name in _CLOSED_BY.get(self._open[-1][0], ()):
            self.end(self._open[-1][0])
        hints = " ".join(values.get(key, "") for key in HINTS).lower()
        if name == "time":
            self.page.times.append((values.get("datetime", ""), hints, self._node))
        elif "published" in hints:  # microdata and microformats say it on any element
            said = values.get("content") or values.get("datetime") or (name == "abbr" and values.get("title")) or ""
            if said:
                self.page.times.append((said, hints, self._node))
        if name in _BLOCKS:
            self.flush()
            self.page.nodes.append(Node(name, hints, self._node))
            self._node = len(self.page.nodes) - 1
        self._open.append((name, self._node))
        self._count[name] += 1
        if self._author is not None and (name in _BLOCKS or name == "time"):
            self._author.append(_BREAK)
        if _names_author(name, hints) and not self._among_comments() and not "".join(self._author or ()).strip():
            self._author, self._author_depth = [], len(self._open)
        sure = names_commenter(hints)
        if sure and (self._commenter is None or sure > self._commenter_sure):
            self._commenter, self._commenter_depth, self._commenter_sure = [], len(self._open), sure

    def end(self, name: str) -> None:
        self._inside = ""
        if not self._count[name]:
            return
        if name in _BLOCKS:
            self.flush()
        while self._open:
            opened, at = self._open.pop()
            self._count[opened] -= 1
            if self._author is not None and len(self._open) < self._author_depth:
                self.page.authors += [" ".join(said.split()) for said in "".join(self._author).split(_BREAK)]
                self._author = None
            if self._commenter is not None and len(self._open) < self._commenter_depth:
                self.page.commenters.append((at, " ".join("".join(self._commenter).split())))
                self._commenter = None
            if opened in _BLOCKS:
                if self._words:
                    self.flush()
                self._node = self._open[-1][1] if self._open else -1
            if opened == name:
                break

    def _among_comments(self) -> bool:
        """Whether what is open belongs to readers' comments, by what the nearest elements call themselves."""
        node = self._node
        for _ in range(_NEAR):
            if node < 0:
                break
            if _AMONG_COMMENTS.search(self.page.nodes[node].hints):
                return True
            node = self.page.nodes[node].parent
        return False

    def text(self, words: str) -> None:
        inside, self._inside = self._inside, ""
        if inside == "data":
            self.page.data.append(words)
        elif inside == "title":
            self.page.title = " ".join(words.split())
        elif not inside:
            self._words.append(words.replace(_BREAK, " "))
            if self._count["a"]:
                self._linked += len(words.strip())
            if self._author is not None:
                self._author.append(words)
            if self._commenter is not None:
                self._commenter.append(words)

    def flush(self) -> None:
        """End the block that is open, if it says anything."""
        raw, self._words = "".join(self._words), []
        linked, self._linked = self._linked, 0
        tag = self.page.nodes[self._node].name if self._node >= 0 else ""
        words = raw.replace(_BREAK, "\n").strip("\n").rstrip() if tag == "pre" else _lines(raw)
        if words.strip():
            self.page.blocks.append(Block(tag, words, linked, self._node))

    def _meta(self, name: str, values: Mapping[str, str]) -> None:
        content = values.get("content", "")
        if name and content.strip():
            self.page.meta.setdefault(name.lower(), []).append(" ".join(content.split()))


def _lines(raw: str) -> str:
    """Running words: white space is one blank, a break asked for is a line end, several are an empty line."""
    if _BREAK not in raw:
        return " ".join(raw.split())
    lines = [" ".join(line.split()) for line in raw.split(_BREAK)]
    return _MANY.sub("\n\n", "\n".join(lines)).strip("\n")


def _names_author(name: str, hints: str) -> bool:
    """Whether an element says of itself that it holds the author's name."""
    return name in _AUTHOR_TAGS and any(_AUTHOR_HINT.fullmatch(word) for word in hints.split())
