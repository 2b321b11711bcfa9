"""What is known of a collection before any article was read: its files, and what its corpus.toml says."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui import manifest
from tui.corpus.bundles import file_of
from tui.corpus.errors import NothingReadable
from tui.corpus.files import File, Listing, list_files, read_bytes, readable
from tui.formats import READERS
from tui.manifest import ArticleFacts, Manifest
from tui.model import KnownEntity, Skipped

if TYPE_CHECKING:  # for an annotation alone: it brings the engines
    from tui.corpus.roster import Roster


@dataclass(frozen=True, slots=True)
class Scan:
    """A collection's files and the facts that stand beside them."""

    listing: Listing
    """What lies there."""
    manifests: tuple[Manifest, ...]
    """What each root's corpus.toml says; an empty one where there is none."""
    title: str
    """The collection's name for people."""
    key: str
    """The collection's stable name."""
    problems: tuple[str, ...] = ()
    """Sentences about what is wrong with a corpus.toml."""
    roster: "Roster | None" = None
    """What was known of its files before, where they were not listed anew."""

    @property
    def known(self) -> tuple[KnownEntity, ...]:
        """The entities all corpus.toml files name."""
        return tuple(dict.fromkeys(entity for found in self.manifests for entity in found.entities))

    def given(self, file: File) -> ArticleFacts:
        """What corpus.toml says about a file."""
        prefix = self.listing.roots[file.root].prefix
        return self.manifests[file.root].articles.get(file.path.removeprefix(prefix), ArticleFacts())

    def manifest(self, file: File) -> Manifest:
        """The corpus.toml that governs a file."""
        return self.manifests[file.root]


def scan(paths: Sequence[Path], stdin: bytes = b"", roster: "Roster | None" = None) -> Scan:
    """List a collection and read its corpus.toml; the path "-" stands for the text in `stdin`.

    With a `roster` of it only the latter is done. Raises `NoSuchPath`, and `NothingReadable` if there is no file to
    try.
    """
    listing = list_files(paths, stdin) if roster is None else roster.listing
    if not listing.files:
        raise nothing_readable(listing, listing.skipped)
    by_folder = {
        root.folder: _manifest(root.folder) for root in listing.roots if root.name != "stdin" or not root.single
    }
    manifests = [by_folder.get(root.folder, Manifest()) for root in listing.roots]
    titles = [
        found.title or (_file_name(listing, index) if root.single else root.name)
        for index, (root, found) in enumerate(zip(listing.roots, manifests, strict=True))
    ]
    problems = [problem for found in by_folder.values() for problem in found.problems]
    return Scan(
        listing,
        tuple(manifests),
        " + ".join(dict.fromkeys(titles)),
        "+".join(dict.fromkeys(root.name for root in listing.roots)),
        tuple(problems),
        roster,
    )


def nothing_readable(listing: Listing, skipped: Sequence[Skipped]) -> NothingReadable:
    """The error for a collection without an article: what is there, and what to do."""
    given = ("stdin" if root.single and root.folder == Path() else readable(str(root.folder)) for root in listing.roots)
    where = ", ".join(dict.fromkeys(given))
    there = [f"{entry.path} ({entry.reason})" for entry in skipped[:3]]
    if len(skipped) > 3:
        there.append(f"{len(skipped) - 3} more that cannot be read")
    there += [f"{count} with {suffix}" for suffix, count in listing.others[:3]]
    found = f"; found only {', '.join(there)}" if there else "; it is empty"
    kinds = ", ".join(sorted(READERS))
    return NothingReadable(
        f"{where}: nothing here can be read{found}. Name a folder or file with articles ({kinds}).", skipped
    )


def _file_name(listing: Listing, root: int) -> str:
    return next((file_of(file.path) for file in listing.files if file.root == root), listing.roots[root].name)


def _manifest(folder: Path) -> Manifest:
    """What the corpus.toml of a folder says; an empty one where there is none."""
    try:
        data = read_bytes(folder / manifest.NAME, manifest.LIMIT)
    except FileNotFoundError:
        return Manifest()
    except OSError as error:
        reason = error.strerror or str(error)
        return Manifest(problems=(f"{manifest.NAME}: {reason}; opened without it.",))
    return manifest.read(data)
