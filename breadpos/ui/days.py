"""How days are written on the screen."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from breadpos.domain.report import Span


def day_words(day: date, language: str, *, year: bool = False) -> str:
    """A day with its weekday."""
    if language == "en":
        return _written(day, language, "ddd d MMM yyyy" if year else "ddd d MMM")
    return _written(day, language, "yyyy年M月d日(ddd)" if year else "M月d日(ddd)")


def short_day(day: date, language: str) -> str:
    """A day below a bar."""
    return _written(day, language, "d MMM" if language == "en" else "M/d")


def span_words(span: Span, language: str) -> str:
    """A day, or the first and the last."""
    first = day_words(span.first, language, year=True)
    if span.length == 1:
        return first
    is_one_year = span.first.year == span.last.year
    last = day_words(span.last, language, year=not is_one_year)
    return range_words(first, last, language)


def range_words(first: str, last: str, language: str) -> str:
    """From one thing to another."""
    return f"{first} – {last}" if language == "en" else f"{first}〜{last}"


def _written(day: date, language: str, form: str) -> str:
    return QLocale(language).toString(QDate(day.year, day.month, day.day), form)
