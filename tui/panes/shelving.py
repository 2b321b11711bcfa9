"""The keys that say of an article that it was read, or worth a star: the same in the list and in the text."""

from textual.binding import Binding


def shelving_bindings() -> list[Binding]:
    """The bindings of what is said of an article; whoever binds them has `action_turn_read` and the like."""
    return [
        Binding("r", "turn_read", "Read", show=False, id="shelf.read",
                tooltip="Say that this article was read, or make it unread again"),
        Binding("S", "turn_star", "Star", show=False, id="shelf.star",
                tooltip="Give this article a star, or take it away"),
        Binding("c", "compare", "Compare", show=False, id="shelf.compare",
                tooltip="Lay this article beside another: the one in view, else one that tells of the same"),
    ]  # fmt: skip
