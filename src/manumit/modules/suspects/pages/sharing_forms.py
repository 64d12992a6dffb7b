"""What people fill in to share a suspect."""

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.choices import Level
from manumit.spine.ui.forms import TextField, VersionedForm


class LevelForm(VersionedForm):
    """How far a record is shared."""

    level = forms.ChoiceField(label=_("Sharing"), choices=Level.choices, widget=forms.RadioSelect)
    source = TextField(label=_("Who decided?"), max_length=200)
