"""Weighs a query against one article: whether it holds there, and at which places."""

from collections.abc import Iterable, Sequence

from tui.model import Article, Part, PartKind
from tui.search.fold import Folded, fold, fold_with_places
from tui.search.found import Hit
from tui.search.patterns import Span, near_spans, spans_of
from tui.search.query import And, Fact, Near, Node, Not, Or, Phrase, Scope

_HEAD = 200


def possible(node: Node, article: int) -> bool | None:
    """What the facts alone say of an article, its text unread: True, False, or None where the words decide."""
    match node:
        case Fact():
            return node.holds(article)
        case Not():
            told = possible(node.part, article)
            return None if told is None else not told
        case And():
            told_all = [possible(part, article) for part in node.parts]
            return False if False in told_all else None if None in told_all else True
        case Or():
            told_all = [possible(part, article) for part in node.parts]
            return True if True in told_all else None if None in told_all else False
    return None


def knows_facts(node: Node) -> bool:
    """Whether anything in a query is about facts of articles rather than about words."""
    match node:
        case Fact():
            return True
        case Not():
            return knows_facts(node.part)
        case And() | Or():
            return any(map(knows_facts, node.parts))
    return False


def hits_in(node: Node, article: Article, text: str) -> tuple[Hit, ...]:
    """The hits of a query in an article, in order, none overlapping another; () where it does not hold.

    A query that holds by facts alone has one hit: what makes it hold, or the article's first line.
    """
    told = _Weighing(article, text).weigh(node, None)
    if told is None:
        return ()
    spans = told or _told_by_facts(node, article.id) or [_first_line(text)]
    hits: list[Hit] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < end and (not hits or start >= hits[-1].end):
            hits.append(Hit(start, end))
    return tuple(hits)


class _Weighing:
    """One article being looked at: its folded text is made once."""

    def __init__(self, article: Article, text: str) -> None:
        self._article = article
        self._text = text
        self._plain = fold(text)
        self._folded: Folded | None = None

    def weigh(self, node: Node, within: Sequence[Part] | None) -> list[Span] | None:
        """Offsets in the text of what holds, [] for what holds by a fact, None where the query does not hold."""
        match node:
            case Phrase():
                return self._placed(spans_of(node, self._plain), within) or self._in_title(node, within)
            case Near():
                return self._placed(near_spans(node, self._plain), within)
            case Fact():
                return [] if node.holds(self._article.id) else None
            case Scope():
                return [] if self._parts(node.kind) or node.kind is PartKind.TITLE else None
            case Not():
                return [] if self.weigh(node.part, within) is None else None
            case And():
                return self._all(node, within)
            case Or():
                told = [self.weigh(part, within) for part in node.parts]
                held = [spans for spans in told if spans is not None]
                return [span for spans in held for span in spans] if held else None
        return None

    def _all(self, node: And, within: Sequence[Part] | None) -> list[Span] | None:
        scopes = [part.kind for part in node.parts if isinstance(part, Scope)]
        for kind in scopes:
            inside = self._parts(kind)
            within = inside if within is None else [part for part in inside if part in within]
        found: list[Span] = []
        for part in node.parts:
            told = self.weigh(part, within)
            if told is None:
                return None
            found += told
        return found

    def _parts(self, kind: PartKind) -> list[Part]:
        return [part for part in self._article.parts if part.kind is kind]

    def _placed(self, spans: Iterable[Span], within: Sequence[Part] | None) -> list[Span] | None:
        found = list(spans)
        if not found:
            return None
        self._folded = self._folded or fold_with_places(self._text)
        placed = [self._folded.span(start, end) for start, end in found]
        if within is not None:
            placed = [(start, end) for start, end in placed
                      if any(part.start <= start and end <= part.end for part in within)]  # fmt: skip
        return placed or None

    def _in_title(self, phrase: Phrase, within: Sequence[Part] | None) -> list[Span] | None:
        """A title that stands beside the text and not in it can be asked for all the same."""
        if within is None or len(within) or any(part.kind is PartKind.TITLE for part in self._article.parts):
            return None
        return [] if spans_of(phrase, fold(self._article.title)) else None


def _told_by_facts(node: Node, article: int) -> list[Span]:
    match node:
        case Fact(spans=spans):
            return list(spans(article)) if spans is not None else []
        case And() | Or():
            return [span for part in node.parts for span in _told_by_facts(part, article)]
    return []


def _first_line(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return start, min(len(text) if end < 0 else end, start + _HEAD)
