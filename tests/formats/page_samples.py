"""The pages in tests/formats/pages: forms that comment systems and page makers emit, and what each page holds."""

from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True, slots=True)
class Sample:
    """One page."""

    name: str
    """The ferry it tells of; its file is named for it."""
    form: str
    """Whose form it has."""
    replies: tuple[tuple[str, str], ...]
    """Who wrote each comment, and words in it."""
    out: tuple[str, ...] = ()
    """Words that belong to neither the article nor a comment."""

    @property
    def page(self) -> bytes:
        """The page."""
        return (PAGES / f"{self.name.lower()}.html").read_bytes()

    @property
    def kept(self) -> tuple[str, ...]:
        """Words of the article."""
        return (
            f"The ferry {self.name} left the northern quay at six",
            f"unusual about the ferry {self.name}, the harbour office said",
            f"were looking for the ferry {self.name}.",
        )


SAMPLES = (
    Sample(
        "Aster",
        "WordPress",
        (("Gull Watcher", "never once complained"), ("Pier Nine", "uncle was very lucky")),
        ("email address will not be published", "Leave a Reply", "7:08 am"),
    ),
    Sample("Bramble", "Disqus as it is now", (("Tidewater Jo", "heard the horn twice"),), ("6 years ago",)),
    Sample("Clover", "Disqus as it was", (("Old Salt", "west of the lighthouse"),), ()),
    Sample(
        "Dahlia",
        "Facebook's plugin",
        (("Harriet Lowe", "Prayers for everybody aboard"),),
        ("Facebook Comments Plugin",),
    ),
    Sample("Elder", "Coral", (("skipper_ann", "cargo was never weighed"),), ("5 years ago",)),
    Sample(
        "Fern",
        "Blogger as it was",
        (("Mabel", "saw her leave"), ("Cedric", "fog was already coming in")),
        ("Post a Comment", "7:40 PM"),
    ),
    Sample("Gorse", "Blogger as it is now", (("Wren of Dale", "lighthouse keeper"),), ("at 9:15 AM",)),
    Sample("Heather", "TypePad and Movable Type", (("Dr. Quill", "sister ship had the very same"),), ("11:02 AM",)),
    Sample("Iris", "phpBB", (("Deckhand", "pumps were new"),), ("Posts: 120", "Fair winds")),
    Sample("Juniper", "vBulletin", (("Cook", "due for a refit"),), ("Reply With Quote",)),
    Sample(
        "Kelp",
        "appeals, links and notices around an article",
        (),
        (
            "Ten harbours to see",
            "We use cookies",
            "Association of Small Papers",
            "tide tables",
            "Click to share",
            "weekly letter from the harbour",
        ),
    ),
)
"""The pages."""
