"""Selecting in a text with the keyboard, and what is done with what was selected: noted, copied, cited."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.panes.naming import naming_bindings
from tui.panes.textpane import TextPane
from tui.panes.wishes import Said, Went, WriteNote
from tui.reader.choosing import Choice, Unit, begin, reach, step
from tui.reader.citation import cite
from tui.reader.place import Goto


class TextChoice(TextPane):
    """A text that can be selected by word and by sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "choose('word')", "Select", show=False, id="article.choose-word",
                tooltip="Select by word; again, w or Space takes one more, b one less, j k go by lines, Esc leaves"),
        Binding("V", "choose('sentence')", "Select sentences", show=False, id="article.choose-sentence",
                tooltip="Select by sentence; again, j or w takes one more, k or b one less, Esc leaves"),
        Binding("w", "choose_step(1)", "More", show=False, id="article.choose-more",
                tooltip="While selecting: take one more word or sentence"),
        Binding("o", "choose_other", "Other end", show=False, id="article.choose-other",
                tooltip="While selecting: go on at the other end"),
        Binding("a", "note", "Note", id="article.note",
                tooltip="Write a note on the selection, else on the sentence at the reading line"),
        Binding("A", "note_article", "Note on article", show=False, id="article.note-article",
                tooltip="Write a note on the whole article"),
        Binding("y", "copy", "Copy", show=False, id="article.copy",
                tooltip="Copy the selection, else the sentence at the reading line"),
        Binding("Y", "cite", "Cite", show=False, id="article.cite",
                tooltip="Copy it as a citation: quote, title, byline, source, date, file and line"),
        # Beside w above: a class's own keys take the place of those of its bases, they do not join them.
        *naming_bindings(),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._page.extend = self._extend

    def action_choose(self, unit: str) -> None:
        """Begin to select by word or sentence, or take one more."""
        text = self._page.sheet.text
        wanted = Unit(unit)
        if self._choice is not None and self._choice.unit is wanted:
            self.action_choose_step(1)
            return
        span = self._choice.span if self._choice else self._page.selected_span()
        if span is None:
            span = (self._here, self._here)
        if (choice := begin(text, wanted, span)) is not None:
            self.screen.clear_selection()
            self._choose(choice)

    def action_choose_step(self, by: int) -> None:
        """Take one more word or sentence, or one less."""
        if self._choice is not None:
            self._choose(step(self._page.sheet.text, self._choice, by))

    def action_choose_other(self) -> None:
        """Go on at the other end."""
        if self._choice is not None:
            self._choose(self._choice.swapped())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some keys mean something only while selecting."""
        if action in ("choose_step", "choose_other"):
            return self._choice is not None
        return super().check_action(action, parameters)

    def _extend(self, how: str, by: float) -> bool:
        """Let the keys that move the reading line move the end of the selection instead, while there is one."""
        if self._choice is None:
            return False
        if how == "line" and self._choice.unit is Unit.WORD:
            at = self._page.offset_lines_away(self._choice.head[0], int(by))
            self._choose(reach(self._page.sheet.text, self._choice, at))
        else:
            self.action_choose_step(1 if by > 0 else -1)
        return True

    def _choose(self, choice: Choice) -> None:
        self._choice, self._link = choice, None
        self._lay_over()
        more = "v" if choice.unit is Unit.WORD else "V"
        self.post_message(Said(f"a note   y copy   Y cite   {more} w more   b less   o other end   Esc leave off"))
        if choice.head[0] != self.place.at:
            self.post_message(Went(Goto(at=choice.head[0], keep=True)))

    def clear_find(self) -> bool:
        """Leave off selecting, else close the search; False if there was neither."""
        if self._choice is None:
            return super().clear_find()
        self.clear_choice()
        return True

    def chosen_span(self) -> tuple[int, int] | None:
        """Offsets of the selection, else of the sentence one was led to or the line holds; None in an empty text."""
        from tui.events.sentences import sentences  # late: only notes and copies need it

        span = self._choice.span if self._choice is not None else self._page.selected_span()
        if span is not None:
            return span
        text, here = self._page.sheet.text, self._here
        start = text.rfind("\n\n", 0, here) + 1
        stop = text.find("\n\n", here)
        for first, last in sentences(text, max(0, start), len(text) if stop < 0 else stop):
            if last > here:
                return (first, last)
        return None

    @property
    def _here(self) -> int:
        """Offset of what is meant where nothing is selected: the link in focus, the place one went to, the line."""
        if self._link is not None:
            return self._link.start
        first, last = self._page.reading_span
        return self._page.reading_at if first <= self._page.reading_at < last else first

    def action_note(self) -> None:
        """Ask for a note on the selection or sentence."""
        span = self.chosen_span()
        if span is not None:
            self.clear_choice()
            self.post_message(WriteNote(span=span))

    def action_note_article(self) -> None:
        """Ask for a note on the whole article."""
        self.post_message(WriteNote(article=self.place.article))

    def action_copy(self) -> None:
        """Copy the selection or sentence to the clipboard."""
        span = self.chosen_span()
        if span is None:
            return
        self._copy(self._page.sheet.text[span[0] : span[1]])

    def action_cite(self) -> None:
        """Copy the selection or sentence with where it stands, to be put into a text of one's own."""
        span = self.chosen_span()
        if span is None or self.corpus is None:
            return
        try:
            self._copy(cite(self.corpus, self.place.article, *span))
        except OSError as error:
            self.post_message(Said(str(error), wrong=True))

    def _copy(self, words: str) -> None:
        self.app.copy_to_clipboard(words)
        self.clear_choice()
