"""One thing that can be done by name: what the palette lists and the jump box finds after `>`."""

from dataclasses import dataclass

THEME = "theme."
"""How the names of those begin that put on a theme."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does, or that has no key."""

    name: str
    """Its name in config.toml, such as "article.note"; `THEME` and a theme's name for a theme."""
    title: str
    """What it is called: a word or two."""
    sentence: str
    """What it does."""
    keys: str = ""
    """The keys that do it, as people write them; "" without any."""
    where: str = ""
    """The pane it belongs to; "" for everywhere."""
    why_not: str = ""
    """Why it has nothing to do just now; "" if it has."""

    @property
    def told(self) -> str:
        """Its keys and what it does."""
        return f"{self.keys}  {self.sentence}" if self.keys else self.sentence


MOVING = ("rows.", "page.")
"""How the names of those begin that only move within a list or text: last in a list of what can be done."""


def in_order(commands: list[Command]) -> list[Command]:
    """As a reader looks for them: as they come, but themes and mere moving about at the end."""
    return sorted(commands, key=lambda one: (one.name.startswith(MOVING), one.name.startswith(THEME)))
