"""Files packed with gzip: what is inside, read as the name without ".gz" says, and no more of it than of any file."""

import zlib

from tui.formats.text import Unreadable
from tui.model import Document

_GZIP = 31
"""zlib's way of saying: a gzip header, the largest window."""


def unpacked(data: bytes, limit: int) -> bytes:
    """What was packed; raises `Unreadable` for what is damaged, cut off, or larger than `limit` bytes."""
    packed = zlib.decompressobj(_GZIP)
    pieces: list[bytes] = []
    size = 0
    while data:
        try:
            pieces.append(packed.decompress(data, limit + 1 - size))
        except zlib.error as error:
            raise Unreadable("packed with gzip, and damaged") from error
        size += len(pieces[-1])
        if size > limit:
            raise Unreadable(f"larger than {limit // 1024**2} MB once unpacked")
        if not packed.eof:
            raise Unreadable("packed with gzip, and cut off")
        data = packed.unused_data.lstrip(b"\0")  # several packed files one after another are one
        packed = zlib.decompressobj(_GZIP)
    return b"".join(pieces)


def read(data: bytes, name: str) -> Document:
    """Read what was packed. Raises `Unreadable`, also for a packed file within a packed file."""
    from tui.formats import LIMIT, read_document  # late: it is the table this reader stands in

    inner = name[: -len(".gz")] if name.lower().endswith(".gz") else name
    if inner.lower().endswith(".gz"):
        raise Unreadable("packed with gzip twice")
    return read_document(unpacked(data, LIMIT), inner)
