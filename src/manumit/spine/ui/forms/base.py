"""What every form of the product has."""

from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

USUAL = forms.Field.default_error_messages["required"]


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
        error_messages={"required": gettext_lazy("The form has lost its version. Open the page again.")},
    )


def _name_the_missing(field: forms.Field) -> None:
    """Replace "This field is required" by a sentence that names the field, unless the form has its own."""
    if field.error_messages.get("required") is USUAL:
        field.error_messages["required"] = _sentence(field.label, ticked=isinstance(field, forms.BooleanField))


def _asked(label: Any, *, ticked: bool) -> str:
    if not label:
        return str(USUAL)
    asked = _("Tick “%(label)s”.") if ticked else _("Enter an answer for “%(label)s”.")
    return asked % {"label": label}


_sentence = lazy(_asked, str)
"""Put into words when it is shown: few answers show any, and each form would pay for all of them."""
