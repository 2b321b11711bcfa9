"""Where an article's original stands: the address as it may be opened, or why it may not."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

SCHEMES = ("http", "https")
"""What is opened; anything else may start a program."""

_LONGEST = 2000
_KEPT = "!#$%&'()*+,-./:;=?@_~[]"
"""Signs of an address that stay as they are; letters and digits always do, all else is written as %XX."""


@dataclass(frozen=True, slots=True)
class Original:
    """An address that may be opened."""

    url: str
    """It, in ASCII, without a blank or control character: what is shown is what is opened."""
    host: str
    """The machine it leads to, as the network knows it."""


def original(url: str) -> Original | str:
    """The address as it may be opened, else a sentence that says why not.

    Signs that no address may hold are written as %XX, names in other letters as the network spells them (RFC 3490), so
    that nothing in it can act on a terminal or look like another one. Never raises.
    """
    url = url.strip()
    if not url:
        return "This article names no original: neither its file nor corpus.toml gives an address."
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        return "The address of the original cannot be read, so it is not opened."
    if parts.scheme.lower() not in SCHEMES:
        named = parts.scheme if parts.scheme.isalnum() else "no scheme"
        return f"Only http and https addresses are opened; that of the original has {named}."
    if not host or any(not (sign.isalnum() or sign in "-._:") for sign in host):
        return "The address of the original names no machine, so it is not opened."
    if parts.username is not None or parts.password is not None:
        return "The address of the original has a name before an @, which can hide where it leads: it is not opened."
    host_written = f"[{host}]" if ":" in host else host
    rest = url[url.index("//") + 2 :]
    path = rest[min((at for at in map(rest.find, "/?#") if at >= 0), default=len(rest)) :]
    made = f"{parts.scheme.lower()}://{host_written}{port}{quote(path, safe=_KEPT)}"
    if len(made) > _LONGEST:
        return f"The address of the original has {len(made):,} characters; so long a one is not opened."
    return Original(made, host)
