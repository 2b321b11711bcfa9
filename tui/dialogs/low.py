"""From which height of the window a dialog has room to breathe; below it, it takes all there is."""

LOW: list[tuple[int, str]] = [(0, "-low"), (18, "-middle"), (32, "-high")]
"""Lines of the window and the class a dialog has from there on."""
