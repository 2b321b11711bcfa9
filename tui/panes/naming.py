"""The keys that set names right: the same wherever a name is, in the list, in the text, in a dossier."""

from textual.binding import Binding
from textual.dom import DOMNode

from tui.panes.wishes import Said, TellName

NONE_HERE = "No name here: ] steps to the next one."
"""What is said where a key that is about a name finds none."""


def naming_bindings(*, show: bool = False) -> list[Binding]:
    """The bindings of the acts on names; with `show`, the first and the last stand in the footer."""
    return [
        Binding("M", "tell_name('merge')", "Merge", show=show, id="names.merge",
                tooltip="Merge this name with another one: shows both first"),
        Binding("U", "tell_name('split')", "Split", show=False, id="names.split",
                tooltip="Split spellings off this name, everywhere or in this article"),
        Binding("R", "tell_name('rename')", "Rename", show=False, id="names.rename",
                tooltip="Show this entity under another name"),
        Binding("T", "tell_name('retype')", "Kind", show=False, id="names.retype",
                tooltip="Say of what kind it is: person, organisation, place ..."),
        Binding("X", "tell_name('ignore')", "Not a name", show=False, id="names.ignore",
                tooltip="Say that it is no name: its mentions go dark"),
        Binding("B", "tell_name('life')", "Life line", show=False, id="names.life",
                tooltip="Its life line: what became of it, what it was and did, by date, with the gaps"),
        Binding("C", "tell_name('company')", "Company", show=False, id="names.company",
                tooltip="Who appears with it, and they with one another, counted; Enter shows the passages"),
        Binding("w", "tell_name('why')", "Why", show=show, id="names.why",
                tooltip="Why its spellings are taken for one, and what speaks for its kind"),
    ]  # fmt: skip


class Naming:
    """A place where one name is meant. Mixed into panes, which bind the keys of `naming_bindings`."""

    def entity_meant(self) -> int | None:
        """Id of the entity the keys are about; None if there is none here."""
        raise NotImplementedError

    def action_tell_name(self, act: str) -> None:
        """Ask the desk for one of the acts on the name meant here."""
        entity = self.entity_meant()
        assert isinstance(self, DOMNode)
        self.post_message(Said(NONE_HERE) if entity is None else TellName(act, entity))
