"""Numbers, money and dates by the locale, for skins without Qt."""

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


LEAST_DIGITS = 28
"""What decimal numbers are reckoned with unless more is asked for."""


class BabelFormats:
    """Formats by babel's tables; an unknown locale counts as US English."""

    def __init__(self, name: str = "en_US") -> None:
        self._name = name

    @cached_property
    def _locale(self) -> "Locale":
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(self._name)
        except (ValueError, UnknownLocaleError):
            return Locale.parse("en_US")

    def number(self, value: float, *, decimals: int = 0) -> str:
        """Return a number with the locale's separators."""
        from decimal import Context, localcontext

        from babel.numbers import format_decimal

        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        digits = len(str(value)) + decimals  # An audit counts combinations of any length.
        with localcontext(Context(prec=max(LEAST_DIGITS, digits))):
            return format_decimal(value, format=pattern, locale=self._locale)

    def percent(self, share: float) -> str:
        """Return a share from 0 to 1 as a whole percentage."""
        from babel.numbers import format_percent

        return format_percent(share, locale=self._locale)

    def money(self, usd: int) -> str:
        """Return an amount in whole US dollars."""
        from babel.numbers import format_currency

        return format_currency(
            usd, "USD", locale=self._locale, currency_digits=False, format="¤#,##0"
        )

    def day(self, value: date) -> str:
        """Return a date with the month in words."""
        from babel.dates import format_date

        return format_date(value, format="long", locale=self._locale)

    def moment(self, value: datetime) -> str:
        """Return a time, as it is here, to the minute."""
        from babel.dates import format_date, format_time

        here = value.astimezone()
        day = format_date(here, format="medium", locale=self._locale)
        return f"{day}, {format_time(here, format='short', locale=self._locale)}"
