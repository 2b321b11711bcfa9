"""Makes the pictures of the README from the real app on the bundled collection: python docs/make_pictures.py."""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from tui import paths
from tui.app import Backstory
from tui.themes import DARK, LIGHT

HERE = Path(__file__).parent
PICTURES = {
    "wide-dark": ((160, 44), DARK.name, ["down"] * 30 + ["right_square_bracket"] * 3),
    "wide-light": ((160, 44), LIGHT.name, ["down"] * 30 + ["right_square_bracket"] * 3),
    "narrow-dark": ((80, 24), DARK.name, ["down"] * 30),
    "jump-dark": ((120, 34), DARK.name, ["p", *"daqduk"]),
    "dossier-dark": ((120, 34), DARK.name, ["p", *"petraeus", "enter", "4", "enter"]),
}
"""Name of each picture: columns and lines, theme, keys."""


async def take(name: str) -> None:
    """Make one picture."""
    size, theme, keys = PICTURES[name]
    app = Backstory([paths.seeds()])
    async with app.run_test(size=size) as pilot:
        while app.sitting is None or app.sitting.index is None:
            await pilot.pause(0.02)
        app.theme = theme
        await pilot.press(*keys)
        await pilot.pause(0.3)
        drawn = app.export_screenshot(title="backstory")
    # The fonts named in the drawing would be fetched from the network by whoever looks at it.
    plain = re.sub(r"@font-face\s*\{.*?\}", "", drawn, flags=re.DOTALL)
    (HERE / f"{name}.svg").write_text(plain, encoding="utf-8")


if __name__ == "__main__":
    for picture in PICTURES:
        # A home of its own for each: the screen is taken up as it was left.
        with tempfile.TemporaryDirectory() as home:
            for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
                os.environ[f"BACKSTORY_{kind}_DIR"] = str(Path(home) / kind)
            asyncio.run(take(picture))
