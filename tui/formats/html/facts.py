"""What a web page says about itself: title, publication date, author, site and address."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping

from tui.dates import days
from tui.dates.edtf import EdtfError, parse
from tui.formats.html.page import Page
from tui.formats.html.shown import heading_of, letters, lies_beside, shown
from tui.model import When

_PIECES = re.compile(r"\s*(?:\s[-–—|•·»]{1,2}\s|:{1,2}\s|\|)\s*")
"""What stands in a page's title between the names of site, section and article."""
_SITE = re.compile(r"\s+[-–—|•·»:]{1,2}\s+")
_WORD = re.compile(r"\w+")
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?=$|[T\sZ+])")
_UTC = re.compile(r"(?:Z|[+-]00:?00)$")
_ZONELESS = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?!\d)")
_PUT_UP = ("publish", "posted", "entry-date", "pubdate", "dateline")
"""What a time element that tells of publication is called, in part."""
_NEVER = frozenset(days.number(*never) for never in ((1970, 1, 1), (1969, 12, 31), (1900, 1, 1), (1, 1, 1)))
"""Days that computers write where none was given."""
_HEAD, _TELLING, _PIECED = 60, 3, 8
"""Blocks among which a title is sought that no heading says, words it has at least, pieces of the page's at most."""
_BY = re.compile(r"(?i)(?:written\s+|posted\s+|article\s+)?by[:\s]+")
_ADDRESS = re.compile(r"https?://\S+")
_SAYS_IT = 0.4
"""Part of a page's title a heading must say to be taken for it; a shorter one names the section or the site."""

_DEEP = 12
"""How many levels of JSON-LD are looked through."""

_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "article.published", "published_at"),
    *("og:published_time", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date"),
    *("parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created"),
    *("dc.date", "dcterms.date", "citation_publication_date", "citation_date", "bt:pubdate", "rnews:datepublished"),
    *("article_date_original", "date"),
)
_AUTHORS = (
    *("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"),
    "citation_author",
)
_STORIES = ("article", "posting", "report", "webpage", "creativework", "recipe", "review")


def title(page: Page) -> str:
    """The heading that the page's title confirms, an h1 before others; else its title without the site's name."""
    stated = _first(page, "og:title", "twitter:title", "dc.title", "citation_title")
    stated = stated or _first(page, "headline")
    best, found, home = 0.0, "", False
    for tags in (("h1",), ("h2", "h3")):
        below = False
        for block in page.blocks:
            if block.tag in tags:
                head = block.words.replace("\n", " ")
                share = max(_confirms(whole, head, strictly=tags != ("h1",)) for whole in (page.title, stated))
                other = home and below and share > 0 and letters(head) not in letters(found)
                if share > best or other:
                    best, found = share, head
                    home = tags == ("h1",) and block.linked >= len(head)  # a link to the front page, as it may be
            below = below or block.words.replace("\n", " ") == found
    if best >= _SAYS_IT:
        return found
    heads = [block.words.replace("\n", " ") for block in page.blocks if block.tag == "h1"]
    whole = stated or page.title
    if not heads and (line := _own_line(page)):
        return line
    return _without_site(whole, _first(page, "og:site_name", "application-name")) or found or "".join(heads[:1])


def _own_line(page: Page) -> str:
    """The longest stretch of a page's title that stands by itself in a line of it; "" if none of some words does."""
    edges = [0, *(edge for found in _PIECES.finditer(page.title) for edge in found.span()), len(page.title)]
    starts, ends = edges[0 : 2 * _PIECED : 2], edges[1 : 2 * _PIECED : 2]
    pieces = [_words(page.title[start:end]) for start in starts for end in ends if end > start]
    wanted = {" ".join(words) for words in pieces if len(words) >= _TELLING}
    lines = (
        line
        for block in page.blocks[:_HEAD]
        for line in block.words.split("\n")
        if block.linked <= len(block.words) - len(line)
    )
    found = [line for line in lines if len(line) <= len(page.title) and " ".join(_words(line)) in wanted]
    return max(found, key=len, default="")


def published(page: Page, heading: str) -> When | None:
    """The day a page says it was published: its JSON-LD, else its head, else a time element that says so.

    Else its address tells, or a time element near its `heading`, or what is shown there. A moment in universal time
    is not yet a day where the page was written: its address or a time without a zone that says a day more or less is
    right.
    """
    at = heading_of(page, heading)
    times = sorted(page.times, key=lambda time: _away(page, time[2], at))
    return (
        _first_day(page, _stated(page))
        or _first_day(page, _times(page, times, _PUT_UP))
        or _from_address(page)
        or _first_day(page, _times(page, times, ("date", "time")))
        or _first_day(page, _times(page, times, ("",)))
        or shown(page, at)
    )


def _first_day(page: Page, stamps: Iterable[str]) -> When | None:
    for said in stamps:
        when = _day(said)
        if when and when.first not in _NEVER:
            return _local(page, when) if _UTC.search(said) else when
    return None


def _from_address(page: Page) -> When | None:
    """The day in an address such as https://example.org/2007/01/26/raid."""
    found = _IN_ADDRESS.search(url(page))
    return _day("-".join(found.groups())) if found else None


def _stated(page: Page) -> Iterator[str]:
    """What a page's data and its head say of its day of publication, the surest first."""
    for item in _stories(page):
        yield from (said for said in (item.get("datePublished"), item.get("dateCreated")) if isinstance(said, str))
    for name in _PUBLISHED:
        yield from page.meta.get(name, ())


def _times(page: Page, times: Iterable[tuple[str, str, int]], wanted: Iterable[str]) -> Iterator[str]:
    """The times that are called so and belong to the article."""
    for said, hints, node in times:
        around = page.nodes[node].hints if node >= 0 else ""
        named = any(word in f"{hints} {around}" for word in wanted) and "updat" not in hints and "modif" not in hints
        if named and not lies_beside(page, node):
            yield said


def _away(page: Page, node: int, heading: int | None) -> tuple[bool, int]:
    """How far an element is from the heading: what follows it comes before what precedes it."""
    home = 0 if heading is None else page.blocks[heading].node
    return node < home, abs(node - home)


def _local(page: Page, when: When) -> When:
    """The day beside a moment in universal time that the page's address or a time without a zone says, if one does."""
    beside = [_from_address(page), *(_day(said[:10]) for said, _, _ in page.times if _ZONELESS.fullmatch(said))]
    for day in beside:
        if day and abs(day.first - when.first) <= 1:
            return day
    return when


def author(page: Page) -> str:
    """Who a page says wrote it, several joined with ", "; "" if it does not say."""
    for item in _stories(page):
        names = list(dict.fromkeys(_names(_pointed(page, item.get("author") or item.get("creator")))))
        if names:
            return ", ".join(names)
    for name in _AUTHORS:
        said = [value for value in page.meta.get(name, ()) if not _ADDRESS.match(value)]
        if said:
            return _bare(", ".join(dict.fromkeys(said)))
    return next((name for name in map(_bare, page.authors) if _is_name(name)), "")


def source(page: Page) -> str:
    """The site, as a page names it; else ""."""
    stated = _first(page, "og:site_name", "citation_journal_title", "application-name")
    if stated:
        return stated
    return next((name for item in _stories(page) for name in _names(_pointed(page, item.get("publisher")))), "")


def url(page: Page) -> str:
    """Where the original stands, as the page says; else ""."""
    for said in (page.links.get("canonical", ""), _first(page, "og:url")):
        if _ADDRESS.fullmatch(said.strip()):
            return said.strip()
    return ""


def _first(page: Page, *names: str) -> str:
    return next((page.meta[name][0] for name in names if page.meta.get(name)), "")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _confirms(whole: str, head: str, *, strictly: bool) -> float:
    """How much of a page's title a heading says, 0 to 1; 0 if it says something else, `strictly` down to a word."""
    said, wanted = _words(whole), _words(head)
    if not said or not wanted:
        return 0.0
    if f" {' '.join(wanted)} " in f" {' '.join(said)} ":
        return len(wanted) / len(said) if len(wanted) >= 2 or len(said) <= 3 else 0.0
    shared = len(set(wanted) & set(said))
    near = not strictly and len(wanted) >= 3 and shared >= 0.8 * len(set(wanted))
    return 0.9 * shared / len(said) if near else 0.0


def _without_site(whole: str, site: str) -> str:
    """A title without the site's name at its end or beginning."""
    pieces = _SITE.split(whole)
    if len(pieces) > 1:
        named = _words(site)
        if named and _words(pieces[-1]) == named:
            return whole[: whole.rfind(pieces[-1])].rstrip(" -–—|•·»:")
        if named and _words(pieces[0]) == named:
            return whole[len(pieces[0]) :].lstrip(" -–—|•·»:")
        if not named and len(_words(pieces[-1])) <= 3 < len(_words(whole)):
            return whole[: whole.rfind(pieces[-1])].rstrip(" -–—|•·»:")
    return whole


def _day(said: object) -> When | None:
    """The day of an ISO date with or without a time, or of other EDTF; None for anything else."""
    if not isinstance(said, str):
        return None
    found = _ISO.match(said.strip())
    try:
        return parse("-".join(found.groups()) if found else said.strip())
    except EdtfError:
        return None


def _stories(page: Page) -> Iterator[Mapping[str, object]]:
    """The JSON-LD objects that describe an article, those that call themselves one first."""
    found = [item for text in page.data for item in _objects(text)]
    kinds = [str(item.get("@type", "")).lower() for item in found]
    for wanted in _STORIES:
        alike = [item for item, kind in zip(found, kinds, strict=True) if wanted in kind]
        yield from sorted(alike, key=lambda item: not _is_own(page, item)) if len(alike) > 1 else alike


def _is_own(page: Page, item: Mapping[str, object]) -> bool:
    """Whether an object has the headline that the page has in its title; others tell of other articles."""
    head = item.get("headline") or item.get("name")
    return isinstance(head, str) and _confirms(page.title, html.unescape(head), strictly=True) > 0


def _objects(text: str) -> Iterator[Mapping[str, object]]:
    try:
        waiting: list[tuple[object, int]] = [(json.loads(text.strip().rstrip(";"), strict=False), 0)]
    except (ValueError, RecursionError):
        return
    while waiting:
        item, depth = waiting.pop(0)
        if isinstance(item, list):
            waiting += [(inner, depth + 1) for inner in item[:200] if depth < _DEEP]
        elif isinstance(item, dict):
            yield item
            waiting += [
                (inner, depth + 1) for key, inner in item.items() if key in ("@graph", "mainEntity") and depth < _DEEP
            ]


def _pointed(page: Page, said: object) -> object:
    """What is said, with each object that is only pointed at by its "@id" replaced by the one that is described."""
    if not any(isinstance(one, dict) and "name" not in one for one in (said if isinstance(said, list) else [said])):
        return said
    known = {
        item["@id"]: item
        for text in page.data
        for item in _objects(text)
        if isinstance(item.get("@id"), str) and "name" in item
    }
    return [
        known.get(one["@id"], one) if isinstance(one, dict) and isinstance(one.get("@id"), str) else one
        for one in (said if isinstance(said, list) else [said])
    ]


def _names(said: object) -> Iterator[str]:
    """Names in JSON-LD's ways of giving an author: a text, an object with a name, or a list of either."""
    for one in said if isinstance(said, list) else [said]:
        name = one.get("name") if isinstance(one, dict) else one
        for each in name if isinstance(name, list) else [name]:
            if isinstance(each, str) and each.strip() and not _ADDRESS.match(each):
                yield _bare(each)


def _bare(name: str) -> str:
    """A name without "By"."""
    words = " ".join(name.split())
    found = _BY.match(words)
    return words[found.end() :] if found else words


def _is_name(words: str) -> bool:
    return 0 < len(words.split()) <= 8 and words[0].isupper() and not words.endswith((".", "!", "?", ":"))
