"""Ask for an extension on one screen, filled in with what stands."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access.routes import guarded
from manumit.spine.ui.forms import MemorableDateField, VersionedForm
from manumit.spine.ui.refusing import asking

from ..actions.ask_for_extension import ASKED_AGAIN, Extension, ask_for_extension, most_until
from ..asked import QUESTIONS
from ..models import PresenceRequest
from ..procedure import REQUEST
from ..questions import answers_of
from .asking import ask, sent
from .forms import field_of


class ExtensionForm(VersionedForm):
    """What changed: words first, then every answer that may have changed, as it stands."""

    words = forms.CharField(
        label=gettext_lazy("What changed since the request, if anything?"), widget=forms.Textarea({"rows": 3}),
        max_length=4000,
        help_text=gettext_lazy("Below stands what you told before. Change what is no longer so, leave the rest."),
    )  # fmt: skip
    until_on = MemorableDateField(label=gettext_lazy("Through which day?"), required=False)

    def __init__(self, data: Any = None, *, standing: dict[str, Any], version: int, most: date | None) -> None:
        initial = {each.name: standing.get(each.name) for each in ASKED_AGAIN}
        initial |= {"version": version, "investigation": standing.get("investigation")}
        super().__init__(data, initial=initial)
        if most:
            told = _("Empty for two years, the most there is: %(day)s.")
            self.fields["until_on"].help_text = told % {"day": date_format(most)}
        for question in (QUESTIONS["investigation"], *ASKED_AGAIN):
            self.fields[question.name] = field_of(question)

    def told(self) -> Extension:
        """Return what was told."""
        given = self.cleaned_data
        answers = {each.name: given.get(each.name) for each in ASKED_AGAIN}
        return Extension(given["words"], answers, given.get("investigation") or "", given.get("until_on"))


@guarded("sign", "presence_request")
def extension(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Show what stands, or ask with what changed."""
    actor, transition = asking(request), REQUEST.transition("ask_extension")
    standing = answers_of(actor, record)
    form = ExtensionForm(sent(request), standing=standing, version=record.version, most=most_until(record))

    def act() -> PresenceRequest:
        version = form.cleaned_data["version"]
        return ask_for_extension(actor, record, form.told(), standing=standing, expected_version=version)

    return ask(request, record, form, transition.title, act, submit=transition.title, law=transition.law)
