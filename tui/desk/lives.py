"""What the desk does about lives and company: opens them over whatever is open, and follows them out."""

from collections.abc import Sequence

from tui.desk.seeking import SeekScreen
from tui.reader.companions import Passage
from tui.reader.place import Goto

LIFE, COMPANY = "life", "company"
"""What can be asked to be shown of a name, beside the acts that set it right."""


class LifeScreen(SeekScreen):
    """A screen over one place whose people have lives and company."""

    def tell_name(self, act: str, entity: int) -> None:
        """Show the life line or the company of an entity, or open the dialog of an act on it."""
        if act == LIFE:
            self.show_life(entity)
        elif act == COMPANY:
            self.show_company(entity)
        else:
            super().tell_name(act, entity)

    def show_life(self, entity: int) -> None:
        """Open the life line of an entity."""
        if self.corpus is None or not self.corpus.complete:
            self.say("Lives can be told once the collection is read.")
            return
        from tui.dialogs.lifeline import LifeLineScreen

        self.app.push_screen(LifeLineScreen(self.corpus, entity), self._followed_out)

    def show_company(self, entity: int | None) -> None:
        """Open the square of who appears with an entity, or of the most named of the collection."""
        if self.corpus is None or not self.corpus.complete:
            self.say("Who appears with whom is known once the collection is read.")
            return
        from tui.dialogs.company import CompanyScreen

        self.app.push_screen(CompanyScreen(self.corpus, entity, self))

    def show_passages(self, entities: tuple[int, int], passages: Sequence[Passage]) -> None:
        """Show the passages of two entities over what is open."""
        if self.corpus is None:
            return
        from tui.dialogs.passages import Passages

        self.app.push_screen(Passages(self.corpus, entities, passages), self._followed_out)

    def show_dossier(self, entity: int) -> None:
        """Show an entity's dossier over what is open."""
        self.open_dossier(entity, self.close_above)

    def _followed_out(self, goto: Goto | None) -> None:
        if goto is not None:
            self.close_above()
            self.go(goto)

    def close_above(self) -> None:
        """Close whatever is open over the desk."""
        for _ in range(len(self.app.screen_stack)):
            above = self.app.screen
            if above is self:
                return
            above.dismiss(None)
