"""What went out: to the victim, to HHS, to whom gives the papers out."""

from typing import cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access.routes import guarded
from manumit.spine.ui.forms import Form, MemorableDateField, TextField
from manumit.spine.ui.refusing import asking

from ..actions.record_sending import Sent, record_sending
from ..choices import WAYS
from ..models import PresenceRequest
from .asking import ask, sent
from .beside_request import papers_for


class SendingForm(Form):
    """Which paper went out, how, to whom, when."""

    paper = forms.ChoiceField(label=gettext_lazy("Paper"), choices=[])
    way = forms.ChoiceField(label=gettext_lazy("How"), choices=WAYS, widget=forms.RadioSelect)
    to = TextField(label=gettext_lazy("To whom"), max_length=300, help_text=gettext_lazy("It is sealed."))
    on = MemorableDateField(
        label=gettext_lazy("On which day?"), required=False, help_text=gettext_lazy("Empty for today.")
    )

    def __init__(self, *args: object, offered: list[tuple[str, object]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["paper"]).choices = offered


@guarded("work", "presence_request")
def send(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Record that a paper went out."""
    actor = asking(request)
    form = SendingForm(sent(request), offered=papers_for(actor, record))

    def act() -> object:
        return record_sending(actor, record, Sent(**form.cleaned_data))

    return ask(request, record, form, _("A paper went out"), act)
