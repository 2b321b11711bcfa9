"""The article of a web page by a rule of thumb: the element that holds most of its running words."""

import re
from collections.abc import Collection, Sequence

from tui.formats.html.hints import stands_beside
from tui.formats.html.page import Block, Node, Page

_ASIDE_TAGS = frozenset({"nav", "aside", "footer", "form", "button", "select", "menu", "dialog", "label", "fieldset"})
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|sidebar|related|share|sharing|social|promo|newsletter|subscribe|signup|menu|nav"
    r"|navigation|breadcrumbs?|cookie|consent|banner|advert|ad|ads|sponsor|footer|masthead|popup|modal|widget|tags"
    r"|pagination|caption|hidden|screen-reader-text|sr-only|toolbar|recommended|trending|popular|author-bio|bio)(?:$|[\s_-])"
)
_RUNNING = frozenset({"p", "li", "blockquote", "pre", "dd", "td", "h2", "h3", "h4"})


def body(page: Page, comments: Collection[int] = ()) -> list[Block]:
    """The blocks of the article, in order; all that are not aside where no element stands out.

    `comments` are elements, as indices of `Page.nodes`, that hold what readers wrote.
    """
    aside = _aside(page)
    if comments:
        aside = [one or other for one, other in zip(aside, _spread(page.nodes, comments), strict=True)]
    blocks = [block for block in page.blocks if block.node < 0 or not aside[block.node]]
    weight: dict[int, float] = {}
    for block in blocks:
        size = len(block.words) - 2 * block.linked
        if size <= 0 or block.node < 0 or (block.tag != "pre" and len(block.words) < _SHORT):
            continue
        home = page.nodes[block.node].parent if block.tag in _RUNNING else block.node
        for share in (1.0, 0.5, 0.25):
            if home < 0:
                break
            weight[home] = weight.get(home, 0.0) + size * share
            home = page.nodes[home].parent
    if not weight:
        return [block for block in blocks if block.linked < len(block.words)]
    best = max(weight, key=lambda node: (weight[node], -node))
    inside = _spread(page.nodes, {best})
    return [block for block in blocks if block.node >= 0 and inside[block.node] and not _only_links(block)]


def _only_links(block: Block) -> bool:
    return block.linked >= 0.6 * len(block.words) and len(block.words) < _LONG


def _aside(page: Page) -> list[bool]:
    """For each element whether it, or one around it, is no part of an article, by its tag and what it calls itself.

    An element that holds a good part of the page's words is the article, whatever it calls itself.
    """
    held = [0] * len(page.nodes)
    for block in page.blocks:
        if block.node >= 0 and len(block.words) >= _SHORT:
            held[block.node] += max(0, len(block.words) - block.linked)
    for at in range(len(page.nodes) - 1, 0, -1):
        if page.nodes[at].parent >= 0:
            held[page.nodes[at].parent] += held[at]
    most = max(held, default=0) * _MAIN_SHARE
    named = {
        at
        for at, node in enumerate(page.nodes)
        if held[at] <= most and (node.name in _ASIDE_TAGS or (_ASIDE.search(node.hints) or stands_beside(node.hints)))
    }
    return _spread(page.nodes, named)


def _spread(nodes: Sequence[Node], homes: Collection[int]) -> list[bool]:
    """For each element whether it is one of `homes` or lies in one; outer elements come before inner ones."""
    inside: list[bool] = []
    for at, node in enumerate(nodes):
        inside.append(at in homes or (node.parent >= 0 and inside[node.parent]))
    return inside


_SHORT = 25
"""Shorter blocks say nothing about where the article is, in characters."""

_LONG = 300
"""A block of links that is as long as this is prose with many links, in characters."""

_MAIN_SHARE = 0.4
"""Part of a page's words that no side matter holds."""
