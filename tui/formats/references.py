"""Character references such as "&amp;" and "&#8217;" as the characters they stand for."""

import re
from html import unescape

_LONG = re.compile(r"&#(?:[0-9]{9}[0-9]*+|[xX][0-9a-fA-F]{9}[0-9a-fA-F]*+);?")
"""Numbers beyond every character; of more than 4,300 digits Python makes no number."""


def resolved(text: str) -> str:
    """Text with its references resolved; a number beyond all characters stands for the replacement character."""
    if "&" not in text:
        return text
    return unescape(_LONG.sub("\N{REPLACEMENT CHARACTER}", text) if "&#" in text else text)
