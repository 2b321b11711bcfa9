"""What readers wrote beneath the article of a page, and members of a forum after the first post of a thread."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.formats.html.hints import holds_comments, is_about, is_comment, is_member, is_post, is_said
from tui.formats.html.page import Block, Node, Page

_FEWEST = 120
"""Characters of running words that must be left when comments are taken away: else they are the article."""

_RUNNING = 25
"""Blocks of fewer characters are not running words."""

_LONGEST_NAME = 60
_SAYS = re.compile(r"[\s,:·•|–-]*(?:\b(?:says?|said|writes|wrote|posted|commented)\b[\s.:…]*|[.:…\s]+)?$")
_BY = re.compile(r"(?:(?:posted |comment |written )?by:?|»)\s+", re.IGNORECASE)
_AFTER_NAME = re.compile(r"[\s,:·•|–-]*(?:(?:says?|said|writes|wrote)\b[\s.:…]*)?", re.IGNORECASE)
_PRESSED = re.compile(
    r"(?:log in to )?(?:reply|like|share|report|quote|flag|edit|permalink|link|delete|more|up|down|thanks?)"
    r"(?: to .{0,40}| comment| this)?\W*(?:\d{1,5})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reply:
    """One comment."""

    by: str
    """Who wrote it, "" where the page does not say."""
    words: tuple[Block, ...]
    """What it says."""


@dataclass(frozen=True, slots=True)
class Replies:
    """All comments of a page."""

    said: tuple[Reply, ...] = ()
    """They, in order."""
    homes: frozenset[int] = frozenset()
    """Elements, as indices of `Page.nodes`, that hold comments or what belongs to them, each with all it holds."""
    thread: bool = False
    """Whether they are the posts of a forum after the first."""


def replies(page: Page) -> Replies:
    """The comments a page holds, by what its elements call themselves; none where hardly anything would be left."""
    nodes = page.nodes
    homes = {at for at, node in enumerate(nodes) if is_comment(node.hints) or holds_comments(node.hints)}
    thread = False
    if not homes:
        posts = sorted(_outermost(nodes, {at for at, node in enumerate(nodes) if is_post(node.hints)}))
        members = _holders(nodes, [at for at, node in enumerate(nodes) if is_member(node.hints)])
        members |= _holders(nodes, [at for at, _ in page.commenters])
        posts = [at for at in posts if at in members]
        homes, thread = set(posts[1:]), True
    homes -= _holders(nodes, [block.node for block in page.blocks if block.tag == "h1" and block.node >= 0])
    if not homes:
        return Replies()
    home_of = _homes(nodes, homes)
    left = sum(
        len(block.words) - block.linked
        for block in page.blocks
        if len(block.words) >= _RUNNING and (block.node < 0 or home_of[block.node] < 0)
    )
    if left < _FEWEST:
        return Replies()
    said = tuple(_said(page, sorted(_every(nodes, thread=thread, among=homes)), home_of))
    return Replies(said, frozenset(homes), thread)


def _every(nodes: Sequence[Node], *, thread: bool, among: set[int]) -> set[int]:
    """Every single comment, those within others too; where none calls itself so, whatever holds words of one."""
    if thread:
        return among
    found = {at for at, node in enumerate(nodes) if is_comment(node.hints)}
    if found:
        return found
    home_of = _homes(nodes, among)
    inside = {at for at in range(len(nodes)) if home_of[at] >= 0 and not holds_comments(nodes[at].hints)}
    found = {at for at in inside if is_post(nodes[at].hints)}
    return found or _outermost(nodes, {at for at in inside if is_said(nodes[at].hints, strictly=False)})


def _said(page: Page, singles: Sequence[int], home_of: Sequence[int]) -> Iterator[Reply]:
    nodes = page.nodes
    single_of = _homes(nodes, set(singles))
    blocks: dict[int, list[Block]] = defaultdict(list)
    for block in page.blocks:
        if block.node >= 0 and home_of[block.node] >= 0 and single_of[block.node] >= 0:
            blocks[single_of[block.node]].append(block)
    named: dict[int, str] = {}
    loose: list[tuple[int, str]] = []
    for node, words in page.commenters:
        name = _name(words) if node >= 0 and home_of[node] >= 0 else ""
        if name and single_of[node] >= 0:
            named.setdefault(single_of[node], name)
        elif name:
            loose.append((node, name))
    loose.sort()
    before = -1
    for single in singles:
        above = loose[bisect_left(loose, (before, "")) : bisect_left(loose, (single, ""))]
        by, before = named.get(single) or (above[-1][1] if above else ""), single
        said = tuple(_words(nodes, blocks[single], single, by))
        if said:
            yield Reply(by, said)


def _words(nodes: Sequence[Node], blocks: Sequence[Block], single: int, by: str) -> Iterator[Block]:
    """The blocks that say what a comment says: those of its content, else all that do not merely tell of it."""
    for strictly in (True, False):
        content = [block for block in blocks if _lies(nodes, block.node, single, strictly=strictly)]
        if content:
            break
    else:
        content = [block for block in blocks if not _tells_of_it(nodes, block.node, single)]
    for at, block in enumerate(content):
        words = block.words
        if not at and by and words.startswith(by):
            rest = words[len(by) :]
            told = _AFTER_NAME.match(rest)
            words = rest[told.end() :] if told and told.end() else rest
        if words.strip() and not (len(words) < _RUNNING and _PRESSED.fullmatch(words)):
            yield Block(block.tag, words, block.linked, block.node)


def _lies(nodes: Sequence[Node], node: int, single: int, *, strictly: bool) -> bool:
    """Whether an element of a comment lies in what holds its words, and in nothing inside that which tells of it."""
    while node > single:
        if is_said(nodes[node].hints, strictly=strictly):
            return True
        if is_about(nodes[node].hints):
            return False
        node = nodes[node].parent
    return False


def _tells_of_it(nodes: Sequence[Node], node: int, single: int) -> bool:
    while node > single:
        if is_about(nodes[node].hints):
            return True
        node = nodes[node].parent
    return False


def _name(words: str) -> str:
    """A name without "By" before it and "says:" after it; "" for what is none."""
    begun = _BY.match(words)
    bare = words[begun.end() :] if begun else words
    ended = _SAYS.search(bare)
    bare = bare[: ended.start()] if ended else bare
    return bare if len(bare) <= _LONGEST_NAME else ""


def _outermost(nodes: Sequence[Node], wanted: set[int]) -> set[int]:
    """The elements that are wanted and lie in none that is."""
    home_of = _homes(nodes, wanted)
    return {at for at in wanted if nodes[at].parent < 0 or home_of[nodes[at].parent] < 0}


def _homes(nodes: Sequence[Node], homes: set[int]) -> list[int]:
    """For each element the innermost of `homes` it is or lies in; -1 for none."""
    found: list[int] = []
    for at, node in enumerate(nodes):
        found.append(at if at in homes else found[node.parent] if node.parent >= 0 else -1)
    return found


def _holders(nodes: Sequence[Node], inner: Sequence[int]) -> set[int]:
    """The elements that are one of `inner` or hold one."""
    found: set[int] = set()
    for at in inner:
        while at >= 0 and at not in found:
            found.add(at)
            at = nodes[at].parent
    return found
