"""Answers that are written in one line and kept in several columns: dates, ages, measures."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from manumit.values.age import Age, BadAge
from manumit.values.date_text import BadDate
from manumit.values.measures import BadMeasure, Height, Weight
from manumit.values.partial_date import DatePrecision, PartialDate

from .fields import TextField

DATE_HELP = _("As exactly as you know: 5/31/2024, 5/2024, 2024, about 2019, 2024-05-01/2024-05-09, or unknown.")


class Spread(TextField):
    """One line that stands for several `columns` of a record."""

    columns: ClassVar[tuple[str, ...]] = ()

    def spread(self, cleaned: Any) -> dict[str, Any]:
        """Return the answer as values by column."""
        raise NotImplementedError

    def gather(self, record: Any) -> str:
        """Return what stands in the columns of `record` as a person may type it back."""
        raise NotImplementedError


class PartialDateField(Spread):
    """A day, month, year, range or rough date; cleaned to a PartialDate."""

    columns = ("earliest_on", "latest_on", "precision")

    def clean(self, value: Any) -> PartialDate:
        """Return the date. Raises ValidationError that says what can be read."""
        return read_date(super().clean(value) or "")

    def spread(self, cleaned: PartialDate) -> dict[str, Any]:
        """Return earliest and latest day, and how exactly the date is known."""
        return dict(zip(self.columns, (cleaned.earliest, cleaned.latest, str(cleaned.precision)), strict=True))

    def gather(self, record: Any) -> str:
        """Return the date as EDTF text, empty where it is not known."""
        known = _as_kept(*(getattr(record, name) for name in self.columns))
        return "" if known.precision is DatePrecision.UNKNOWN else known.iso


class EdtfField(TextField):
    """A day, month, year, range or rough date that is kept as EDTF text, empty where unknown."""

    def clean(self, value: Any) -> str:
        """Return the date as text. Raises ValidationError that says what can be read."""
        known = read_date(super().clean(value) or "")
        return "" if known.precision is DatePrecision.UNKNOWN else known.iso


class AgeField(Spread):
    """An age or a range of ages; cleaned to an Age."""

    columns = ("age_min", "age_max", "age_text")

    def clean(self, value: Any) -> Age:
        """Return the age. Raises ValidationError that says what can be read."""
        try:
            return Age.parse(super().clean(value) or "")
        except BadAge:
            raise ValidationError(gettext("Write an age like 17, 30 - 40, or 8 months.")) from None

    def spread(self, cleaned: Age) -> dict[str, Any]:
        """Return lowest and highest age in years, and the words."""
        return {"age_min": cleaned.years.low, "age_max": cleaned.years.high, "age_text": cleaned.text.strip()}

    def gather(self, record: Any) -> str:
        """Return the age as it was written, or the range in years."""
        return record.age_text or " - ".join(_plain(end) for end in _ends(record.age_min, record.age_max))


class HeightField(Spread):
    """A height or a range of heights as people write them; kept in inches."""

    columns = ("height_min", "height_max")
    measure: ClassVar[type[Height] | type[Weight]] = Height
    wrong: ClassVar[Any] = _("Write a height like 5'4\", 5 ft 4, 64 in, 160 cm, or 5'2\" - 5'6\".")

    def clean(self, value: Any) -> tuple[Decimal | None, Decimal | None]:
        """Return lowest and highest. Raises ValidationError that says what can be read."""
        text = (super().clean(value) or "").replace("\u2013", "-").replace(" to ", "-")
        try:
            return self._range([part for part in text.split("-") if part.strip()])
        except BadMeasure:
            raise ValidationError(self.wrong) from None

    def spread(self, cleaned: tuple[Decimal | None, Decimal | None]) -> dict[str, Any]:
        """Return lowest and highest in the unit that is kept."""
        return dict(zip(self.columns, cleaned, strict=True))

    def gather(self, record: Any) -> str:
        """Return the range with its unit."""
        return " - ".join(str(self.measure(end)) for end in _ends(*(getattr(record, name) for name in self.columns)))

    def _range(self, parts: list[str]) -> tuple[Decimal | None, Decimal | None]:
        if len(parts) > 2:
            raise BadMeasure("more than two ends")
        read = sorted(self._amount(part) for part in _with_unit(parts))
        return (read[0], read[-1]) if read else (None, None)

    def _amount(self, text: str) -> Decimal:
        found = self.measure.parse(text)
        return found.inches if isinstance(found, Height) else found.pounds


class WeightField(HeightField):
    """A weight or a range of weights as people write them; kept in pounds."""

    columns = ("weight_min", "weight_max")
    measure = Weight
    wrong = _("Write a weight like 120, 120 lb, 54 kg, or 120 - 130 lb.")


class CodesField(TextField):
    """Short codes in one line, separated by commas, such as "US, MX"; cleaned to a list."""

    def clean(self, value: Any) -> list[str]:
        """Return the codes in capitals or as they are written, none twice."""
        text = super().clean(value) or ""
        return list(dict.fromkeys(part.strip() for part in text.replace(";", ",").split(",") if part.strip()))

    def prepare_value(self, value: Any) -> Any:
        """Return a list as the line it is written in."""
        return ", ".join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Say whether the codes differ, spacing aside."""
        return self._codes(initial) != self._codes(data)

    def _codes(self, value: Any) -> list[str]:
        return [part.strip() for part in (self.prepare_value(value) or "").split(",") if part.strip()]


def read_date(text: str) -> PartialDate:
    """Return the date written in `text`. Raises ValidationError that says what can be read."""
    try:
        return PartialDate.parse(text or "unknown", timezone.localdate())
    except BadDate as bad:
        raise ValidationError(gettext("This cannot be read as a date: %(why)s.") % {"why": bad}) from None


def _as_kept(earliest: date | None, latest: date | None, precision: str) -> PartialDate:
    """Return what stands; days that do not fit their precision, as a file may bring them, are shown as a range."""
    try:
        return PartialDate(earliest, latest, DatePrecision("day" if precision == "exact" else precision))
    except BadDate:
        return PartialDate.between(earliest, latest)


def _with_unit(parts: list[str]) -> list[str]:
    """Give the first end of "120 - 130 lb" the unit of the last."""
    units = [part.strip().lstrip("0123456789. ") for part in parts]
    return [part + units[-1] if not unit else part for part, unit in zip(parts, units, strict=True)]


def _ends(low: Decimal | None, high: Decimal | None) -> list[Decimal]:
    return [end for end in dict.fromkeys((low, high)) if end is not None]


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
