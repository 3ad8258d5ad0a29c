"""Public holidays, for clocks that roll over them. Needs the extra ``calendar``."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from cybercoop.casework.timing import IsHoliday
from cybercoop.errors import MissingExtra

__all__ = ["public_holidays"]


def public_holidays() -> IsHoliday:
    """A function that tells national public holidays, from the library ``holidays``.

    A State that library does not know has none here. Raises `MissingExtra` if it is not
    installed.
    """
    try:
        import holidays
    except ImportError:
        raise MissingExtra("holidays need the extra: install cybercoop[calendar]") from None

    @cache
    def days_of(state: str, year: int) -> Any:
        try:
            return holidays.country_holidays(state, years=year)
        except NotImplementedError:
            return {}

    def is_holiday(state: str, day: dt.date) -> bool:
        return day in days_of(state, day.year)

    return is_holiday
