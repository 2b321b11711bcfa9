"""The keys something on the screen has: as it declares them, and as the reader changed them."""

from collections.abc import Mapping

from textual.app import App
from textual.binding import Binding


def bindings_of(kind: type) -> list[Binding]:
    """The bindings a class and its own bases declare, the nearest first."""
    found: list[Binding] = []
    for base in kind.__mro__:
        if base.__module__.startswith("tui."):
            found += [binding for binding in base.__dict__.get("BINDINGS", ()) if isinstance(binding, Binding)]
    return found


def own_keys(app: App[object]) -> Mapping[str, str]:
    """The keys of the reader's own, by the name of what they do; none in an app that takes no config.toml."""
    own: Mapping[str, str] = getattr(app, "keymap", {})
    return own
