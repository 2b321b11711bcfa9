"""Turns frozen dataclasses into compact bytes and back, for a cache that any byte may be wrong in.

JSON under zlib: nothing that is read can run anything, and zlib's checksum finds nearly every changed byte. The fields
are taken from the classes themselves, so that a new field needs no word here.
"""

import json
import sys
import types
import typing
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin

from tui.model import When

_QUICK = 1
"""zlib level: the fastest, at a quarter of the size."""

LARGEST = 1 << 30
"""Bytes a packed thing may have when unpacked: more is damage, not data."""

_SHARED = 4096
"""How many dates are held to be shared: one article says few of them often."""

_T = TypeVar("_T")

_Turn = Callable[[Any], Any] | None
"""What turns a value; None where it stays as it is."""


as_json = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
"""Plain values as JSON without blanks, in ASCII."""


class Damaged(ValueError):  # noqa: N818 - it names what was met
    """Bytes are not what was packed."""


def pack(kind: type[_T], things: tuple[_T, ...]) -> bytes:
    """Dataclass instances of one kind as bytes."""
    whole: Any = kind
    turn = _writer(whole)
    plain = [turn(thing) if turn else thing for thing in things]
    return zlib.compress(as_json(plain).encode("ascii"), _QUICK)


def unpack(kind: type[_T], data: bytes) -> tuple[_T, ...]:
    """The instances that `pack` made bytes of; raises `Damaged`."""
    try:
        opened = zlib.decompressobj()
        words = opened.decompress(data, LARGEST)
        if not opened.eof:
            raise Damaged("cut short")
        whole: Any = kind
        turn = _reader(whole)
        things = json.loads(words)
        del words
        if not isinstance(things, list):
            raise Damaged("no list")
        return _turned(turn, things) if turn else tuple(things)
    except Damaged:
        raise
    except (zlib.error, ValueError, TypeError, LookupError, RecursionError, AttributeError) as error:
        raise Damaged(str(error)) from error


@cache
def _writer(kind: Any) -> _Turn:
    if is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        names = [field.name for field in fields(kind)]
        turns = [(at, turn) for at, name in enumerate(names) if (turn := _writer(hints[name]))]
        get = attrgetter(*names)

        def write(thing: Any) -> list[Any]:
            plain = list(get(thing)) if len(names) > 1 else [get(thing)]
            for at, turn in turns:
                plain[at] = turn(plain[at])
            return plain

        return write
    inner = _inner(kind)
    if inner is None:
        return None
    element = _writer(inner)
    if get_origin(kind) is tuple:
        return (lambda things: [element(thing) for thing in things]) if element else None
    return (lambda thing: None if thing is None else element(thing)) if element else None


@cache
def _reader(kind: Any) -> _Turn:
    if is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        turns = [(at, turn) for at, field in enumerate(fields(kind)) if (turn := _reader(hints[field.name]))]
        size = len(fields(kind))
        made: Callable[..., Any] = lru_cache(_SHARED)(kind) if kind is When else kind

        def read(plain: list[Any]) -> Any:
            if len(plain) != size:
                raise Damaged(f"{kind.__name__} has {size} fields, not {len(plain)}")
            for at, turn in turns:
                plain[at] = turn(plain[at])
            return made(*plain)

        return read
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is str:
        return sys.intern  # a few words are said of nearly every name: each is kept once
    inner = _inner(kind)
    if inner is None:
        return None
    element = _reader(inner)
    if get_origin(kind) is tuple:
        return (lambda plain: _turned(element, plain)) if element else tuple
    return (lambda plain: None if plain is None else element(plain)) if element else None


def _turned(turn: Callable[[Any], Any], plain: list[Any]) -> tuple[Any, ...]:
    """Every one turned; what it was made of is let go of at once: there may be hundreds of thousands."""
    plain.reverse()
    take = plain.pop
    return tuple([turn(take()) for _ in range(len(plain))])


def _inner(kind: Any) -> Any:
    """What a `tuple[X, ...]` or an `X | None` holds; None for a plain value. Raises TypeError for other shapes."""
    if kind in (str, int, float, bool) or (isinstance(kind, type) and issubclass(kind, Enum)):
        return None
    inside = get_args(kind)
    if get_origin(kind) is tuple and len(inside) == 2 and inside[1] is Ellipsis:
        return inside[0]
    if get_origin(kind) in (Union, types.UnionType) and len(inside) == 2 and type(None) in inside:
        return inside[0] if inside[1] is type(None) else inside[1]
    raise TypeError(f"{kind} has no packed form")
