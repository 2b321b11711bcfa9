"""Dates in numbers: the order a collection states, and every order where it states none."""

import pytest

from tui.dates import edtf
from tui.dates.numeric import numeric
from tui.model import DateOrder


@pytest.mark.parametrize(
    ("text", "order", "value"),
    [
        ("03/04/2007", DateOrder.MDY, "2007-03-04"),
        ("03/04/2007", DateOrder.DMY, "2007-04-03"),
        ("03/04/2007", None, "[2007-03-04,2007-04-03]"),
        ("03/04/2007", DateOrder.YMD, "[2007-03-04,2007-04-03]"),
        ("04/04/2007", None, "2007-04-04"),
        ("26/01/2007", None, "2007-01-26"),
        ("26/01/2007", DateOrder.MDY, "2007-01-26"),
        ("01-26-07", None, "2007-01-26"),
        ("87-01-26", None, "1987-01-26"),
        ("07/01/02", DateOrder.YMD, "2007-01-02"),
        ("3.4.2007", DateOrder.MDY, "2007-04-03"),
        ("2007/04/03", DateOrder.DMY, "2007-04-03"),
        ("11/02/89", None, "[1989-02-11,1989-11-02]"),
    ],
)
def test_numbers_are_read_in_the_order_stated_or_in_every_order(text: str, order: DateOrder | None, value: str) -> None:
    assert numeric(text, order).edtf == value


@pytest.mark.parametrize("text", ["31/31/2007", "0/5/2007", "2007/13/01", "30.2.2007"])
def test_numbers_that_are_no_date_are_refused(text: str) -> None:
    with pytest.raises(edtf.EdtfError):
        numeric(text, None)
