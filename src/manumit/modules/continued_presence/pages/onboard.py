"""Take in agencies, offices and officers from a table: looked at first, with why each row is refused."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access.routes import signed_in
from manumit.spine.identity.choices import Role
from manumit.spine.records.files import BadFile
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form, open_form
from manumit.spine.ui.refusing import asking
from manumit.values.strict_csv import BadCsv

from ..actions.onboard import Outcome, onboard, rehearse
from ..onboarding import COLUMNS, Line, read
from .asking import done

MOST_BYTES = 2_000_000


class OnboardForm(Form):
    """A table, and whether it is only looked at."""

    file = forms.FileField(label=gettext_lazy("CSV file"))
    only_look = forms.BooleanField(
        label=gettext_lazy("Only look: say what would be done, and do nothing"), required=False, initial=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _("Columns: %s.") % ", ".join(COLUMNS)

    def clean_file(self) -> list[Line]:
        """Return the rows of the table."""
        try:
            return read(self.cleaned_data["file"].whole(MOST_BYTES))
        except (BadCsv, BadFile) as bad:
            raise ValidationError(str(bad)) from None


@signed_in("Operators of the installation take agencies in; the action refuses others")
def onboarding(request: HttpRequest) -> HttpResponse:
    """Show the form; of a table sent, what was or would be done with each row."""
    actor, form = asking(request), open_form(OnboardForm, request)
    outcomes: list[Outcome] = []
    looked = form.is_bound and form.is_valid() and form.cleaned_data["only_look"]
    deed = rehearse if looked else onboard
    if request.method == "POST" and form.is_valid():
        done(form, lambda: outcomes.extend(deed(actor, form.cleaned_data["file"])))
    context = {
        "form": form, "outcomes": outcomes, "looked": looked, "operates": Role.OPERATOR in actor.roles,
        "refused": sum(bool(each.refused) for each in outcomes), "heading": _("Take agencies in"),
    }  # fmt: skip
    return render(request, "continued_presence/onboard.html", context, status=422 if form.errors else 200)
