"""TOML that strangers wrote: as tomllib reads it, but for what would cost it minutes and gigabytes."""

import re
import tomllib
from typing import Any

DEEPEST = 100
"""Names a dotted key may have: reading one costs tomllib the square of them, in memory too."""

_DOTTED = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+)++""")


def loads(text: str) -> dict[str, Any]:
    """The values of a TOML text; raises `tomllib.TOMLDecodeError`, `ValueError` and `RecursionError`."""
    if any(found[0].count(".") > DEEPEST for found in _DOTTED.finditer(text)):
        raise ValueError("keys nested too deep")
    return tomllib.loads(text)
