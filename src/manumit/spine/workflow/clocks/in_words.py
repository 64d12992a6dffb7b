"""A limit in words, in the reader's language."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from manumit.values.time_limits import (
    BusinessDays,
    DayAfterMonths,
    Days,
    Hours,
    Moment,
    Months,
    TimeLimit,
    YearDay,
    Years,
)


def in_words(limit: TimeLimit) -> str:
    """Return what `limit` means: "10 business days", "by 30 September"."""
    match limit:
        case Hours(amount):
            return ngettext(
                "%(n)s hour, nights and weekends counted", "%(n)s hours, nights and weekends counted", amount
            ) % {"n": amount}
        case Days(amount):
            return ngettext("%(n)s day", "%(n)s days", amount) % {"n": amount}
        case BusinessDays(amount):
            return ngettext("%(n)s business day", "%(n)s business days", amount) % {"n": amount}
        case Months(amount):
            return ngettext("%(n)s month", "%(n)s months", amount) % {"n": amount}
        case Years(amount):
            return ngettext("%(n)s year", "%(n)s years", amount) % {"n": amount}
    return _fixed(limit)


def _fixed(limit: TimeLimit) -> str:
    match limit:
        case YearDay(month, day):
            return _("by day %(day)s of month %(month)s of the year") % {"day": day, "month": month}
        case DayAfterMonths(months, day):
            return _("by day %(day)s of the month %(months)s months later") % {"day": day, "months": months}
        case Moment(at):
            return _("until %(moment)s %(zone)s") % {"moment": date_format(at, "DATETIME_FORMAT"), "zone": at.tzname()}
    raise TypeError(f"{limit!r} has no words")
