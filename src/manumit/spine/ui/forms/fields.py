"""Fields with a pattern of their own."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _


class TextField(forms.CharField):
    """A line of text. `width` is a USWDS width class such as `usa-input--small`; the label tells what to write."""

    def __init__(self, *, width: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.width = width


class MemorableDate(forms.MultiWidget):
    """Month, day and year apart: USWDS's memorable date, which needs no script."""

    template_name = "ui/forms/memorable_date.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        digits = {"inputmode": "numeric", "class": "usa-input", "autocomplete": "off"}
        months = [("", _("Choose")), *((str(number), name) for number, name in MONTHS.items())]
        super().__init__(
            [
                forms.Select({"class": "usa-select"}, months),
                forms.TextInput({**digits, "maxlength": 2}),
                forms.TextInput({**digits, "maxlength": 4}),
            ],
            attrs,
        )

    def decompress(self, value: date | None) -> list[Any]:
        """Return month, day and year of `value`."""
        return [str(value.month), value.day, value.year] if value else ["", "", ""]


class MemorableDateField(forms.MultiValueField):
    """A whole date of the Gregorian calendar. Raises a sentence that says which part is missing or wrong."""

    widget = MemorableDate

    def __init__(self, **kwargs: Any) -> None:
        parts = [forms.CharField(required=False) for _part in range(3)]
        super().__init__(parts, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> date | None:
        """Return the date, or `None` when nothing was written and nothing is required."""
        texts = [str(part or "").strip() for part in (value or ["", "", ""])]
        if not any(texts):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        return self._date(texts)

    def compress(self, data_list: list[Any]) -> date | None:
        """Return the date of month, day, year."""
        return self._date([str(part) for part in data_list])

    def _date(self, texts: list[str]) -> date:
        names = (_("month"), _("day"), _("year"))
        missing = [str(name) for name, text in zip(names, texts, strict=True) if not text]
        if missing:
            raise ValidationError(
                _("%(label)s needs a %(parts)s."),
                code="incomplete",
                params={"label": self.label, "parts": ", ".join(missing)},
            )
        try:
            month, day, year = (int(text) for text in texts)
            return date(year, month, day)
        except ValueError:
            raise ValidationError(
                _("%(label)s is not a date of the calendar. Check month, day and year (four digits)."),
                code="invalid",
                params={"label": self.label},
            ) from None


class YesNoUnknownField(forms.ChoiceField):
    """Yes, no or unknown, as radios: unknown is an answer, never an empty field."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("choices", [("yes", _("Yes")), ("no", _("No")), ("unknown", _("Unknown"))])
        super().__init__(**kwargs)
