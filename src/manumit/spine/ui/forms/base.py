"""What every form of the product has."""

from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _


class Form(forms.Form):
    """A form whose errors say what is wrong and what to do.

    `restored` is true when it shows what a person had typed before their session locked.
    """

    use_required_attribute = False
    restored = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _name_the_missing(field)

    def restore(self) -> None:
        """Show what was typed before a lock as it was, without judging it yet."""
        self._errors = ErrorDict()
        self.cleaned_data = {}
        self.restored = True


class VersionedForm(Form):
    """A form that edits a record: it carries the version it was opened at, so that no other edit is overwritten."""

    version = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={"required": _("The form has lost its version. Open the page again.")},
    )


def _name_the_missing(field: forms.Field) -> None:
    """Replace "This field is required" by a sentence that names the field, unless the form has its own."""
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"] and field.label:
        ticked = isinstance(field, forms.BooleanField)
        asked = _("Tick “%(label)s”.") if ticked else _("Enter an answer for “%(label)s”.")
        field.error_messages["required"] = asked % {"label": field.label}
