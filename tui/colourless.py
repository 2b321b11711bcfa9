"""What NO_COLOR asks for: weight, underline and reverse stay, no colour code of any kind is printed."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter


class WithoutColour(LineFilter):
    """Takes the colours out of every line; Textual's own filter leaves greys, which are colour codes too."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # the base's form
        """The segments of a line without their colours."""
        return [
            Segment(text, style.without_color if style is not None else None, control)
            for text, style, control in segments
        ]
