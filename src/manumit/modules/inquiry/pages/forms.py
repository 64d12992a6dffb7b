"""What people fill in to ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.askable import AskedFor, Question
from manumit.spine.ui.forms import Form, TextField
from manumit.spine.ui.forms.columns import of_column

from ..models import Inquiry, Office

SEX = Inquiry._meta.get_field("sex")


class AskForm(Form):
    """What is asked for, and why."""

    because = TextField(label=_("What do you need it for?"), max_length=300)
    asked_for = forms.ChoiceField(label=_("What do you ask for?"), choices=AskedFor.choices, widget=forms.RadioSelect)
    value = TextField(
        label=_("Number or name of the account"), max_length=200, required=False,
        help_text=_("For all but a person. The whole number, as it was written."),
    )  # fmt: skip
    state = TextField(label=_("State of the plate"), max_length=20, required=False, width="usa-input--medium")
    family_name = TextField(label=_("Family name"), max_length=100, required=False, help_text=_("For a person."))
    given_names = TextField(label=_("Given names"), max_length=100, required=False)
    sex = of_column(SEX, label=_("Sex"))
    born_from = forms.IntegerField(label=_("Born in or after the year"), required=False)
    born_until = forms.IntegerField(label=_("Born in or before the year"), required=False)

    def question(self) -> Question:
        """Return the question as the action takes it."""
        given = dict(self.cleaned_data)
        given.pop("because")
        return Question(**given)


class OfficeForm(Form):
    """Whom others ask."""

    name = TextField(label=_("Name of the office"), max_length=200)
    phone = TextField(label=_("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=_("Electronic mail"), required=False)
    hours = TextField(label=_("When it answers"), max_length=100, required=False)

    @staticmethod
    def of(office: Office | None) -> dict[str, str]:
        """Return what stands now, to begin with."""
        names = ("name", "phone", "email", "hours")
        return {name: getattr(office, name) for name in names} if office else {}
