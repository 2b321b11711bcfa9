"""Dates written in numbers: 2007-01-26, 26.1.2007, 03/04/07, in the order a collection uses, or in every order."""

import re

from tui.dates import edtf
from tui.model import DateOrder, When

_PARTS = re.compile(r"[/.-]")
_PIVOT = 50
"""A two-figure year below this is of the 2000s, others of the 1900s."""


def iso(text: str) -> When:
    """The day an ISO date names. Raises `EdtfError` if there is none."""
    year, month, day = text.split("-")
    return edtf.day(int(year), int(month), int(day))


def numeric(text: str, order: DateOrder | None) -> When:
    """The day a numeric date names; every reading the calendar allows where `order` is None.

    A separator "." means day first whatever the collection says, and a number of four figures in front year first.
    Raises `EdtfError` if no reading is a date.
    """
    one, two, three = _PARTS.split(text)
    if len(one) == 4:
        return edtf.day(int(one), int(two), int(three))
    if "." in text:
        return edtf.day(_year(three), int(two), int(one))
    readings: list[When] = []
    orders = [order] if order else [DateOrder.MDY, DateOrder.DMY]
    if order is None and len(three) == len(one) == 2 and int(one) > 31:
        orders.append(DateOrder.YMD)
    if order is DateOrder.YMD and len(three) == 4:  # says nothing of a date that ends in its year
        return numeric(text, None)
    for each in orders:
        try:
            readings.append(_read(one, two, three, each))
        except edtf.EdtfError:
            continue
    if not readings and order:  # a collection's own slip: 26/01/2007 where months come first
        return numeric(text, None)
    if not readings:
        raise edtf.EdtfError(f"{text} is no date in any order of day, month and year.")
    return edtf.either(readings)


def _read(one: str, two: str, three: str, order: DateOrder) -> When:
    if order is DateOrder.YMD and len(three) == 2:
        return edtf.day(_year(one), int(two), int(three))
    if order is DateOrder.MDY:
        return edtf.day(_year(three), int(one), int(two))
    return edtf.day(_year(three), int(two), int(one))


def _year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < _PIVOT else 1900)
