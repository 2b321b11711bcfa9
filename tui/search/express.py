"""Turns a query into what the index is asked: the articles that may hold it, or surely hold it."""

from tui.search.query import And, Fact, Near, Node, Not, Or, Phrase


def express(node: Node) -> str | None:
    """The FTS5 expression every article with a hit answers to; None if the index cannot narrow the search at all.

    What the index does not know (facts of the article) is left out, so more may answer than hold the query. Words stand
    in quotation marks and hold letters and digits alone: whatever was typed, the expression is sound.
    """
    match node:
        case Phrase():
            return _phrase(node)
        case Near():
            return f"NEAR({' '.join(map(_phrase, node.phrases))}, {node.distance})"
        case And():
            wanted = [said for part in node.parts if not isinstance(part, Not) and (said := express(part))]
            if not wanted:
                return None
            whole = " AND ".join(wanted)
            # Only what the index knows to the letter may be taken away.
            unwanted = [said for part in node.parts
                        if isinstance(part, Not) and is_exact(part.part) and (said := express(part.part))]  # fmt: skip
            return f"(({whole}) NOT ({' OR '.join(unwanted)}))" if unwanted else f"({whole})"
        case Or():
            told = [express(part) for part in node.parts]
            return None if None in told else f"({' OR '.join(filter(None, told))})"
    return None


def is_exact(node: Node) -> bool:
    """Whether every article the index gives for a query holds it."""
    match node:
        case Phrase() | Near():
            return True
        case And():
            plain = [part.part if isinstance(part, Not) else part for part in node.parts]
            return any(not isinstance(part, Not) for part in node.parts) and all(map(is_exact, plain))
        case Or():
            return all(map(is_exact, node.parts))
    return False


def is_certain(node: Node) -> bool:
    """Whether index and facts together tell every article that holds a query, no text read."""
    parts = node.parts if isinstance(node, And) else (node,)
    worded = tuple(part for part in parts if not isinstance(part.part if isinstance(part, Not) else part, Fact))
    if not worded:
        return True
    return is_exact(worded[0] if len(worded) == 1 else And(worded))


def _phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"' + (" *" if phrase.prefix else "")
