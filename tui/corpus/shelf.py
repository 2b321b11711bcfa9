"""Where a collection's own folder in the cache lies, by the folders it was made of."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def shelf(cache: Path, roots: Iterable[Path]) -> Path:
    """The folder under `cache` for the collection of these roots, named and ordered as given; not created here.

    Symbolic links are followed first, so that two ways to one folder share one cache.
    """
    lines = "\n".join(str(root.resolve()) for root in roots)
    return cache / hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()[:20]
