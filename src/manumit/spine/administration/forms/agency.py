"""What is asked of an agency."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.choices import AgencyKind
from manumit.spine.identity.models import Agency, Nation
from manumit.spine.ui.forms import Form

from .offering import offer_rows

ORI = re.compile(r"[A-Z]{2}[A-Z0-9]{7}")  # FBI CJIS: state or federal code, then seven letters or digits


class AgencyForm(Form):
    """Name, kind, ORI, the agency above it and the nation it serves. `agency` is the one edited, None for a new one."""

    name = forms.CharField(label=_("Name"), max_length=200)
    short_name = forms.CharField(label=_("Short name"), max_length=40, help_text=_("Shown beside each record it owns"))
    kind = forms.ChoiceField(label=_("Kind"), choices=AgencyKind.choices)
    ori = forms.CharField(
        label=_("ORI"), required=False,
        help_text=_("Originating agency identifier of the FBI: nine letters and digits, for example NM0010000"),
    )  # fmt: skip
    parent = forms.ModelChoiceField(Agency.objects.none(), label=_("Belongs to"), required=False)
    nation = forms.CharField(label=_("Nation"), max_length=200, required=False, help_text=_("For a Tribal agency"))

    def __init__(self, *args: Any, agency: Agency | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agency = agency
        offer_rows(self, "parent", self._others())

    def clean_ori(self) -> str:
        """Return the ORI in capitals. Raises ValidationError for one that has not its form."""
        ori = str(self.cleaned_data["ori"]).strip().upper()
        if ori and not ORI.fullmatch(ori):
            raise ValidationError(
                _("An ORI has nine characters and begins with two letters. Check it, or leave it empty.")
            )
        return ori

    def clean_name(self) -> str:
        """Return the name. Raises ValidationError for one that is taken."""
        return self._free("name")

    def clean_short_name(self) -> str:
        """Return the short name. Raises ValidationError for one that is taken."""
        return self._free("short_name")

    def clean_parent(self) -> Agency | None:
        """Return the agency above. Raises ValidationError where an agency would stand above itself."""
        parent: Agency | None = self.cleaned_data["parent"]
        above = parent
        while above and self.agency:
            if above.pk == self.agency.pk:
                raise ValidationError(_("That agency belongs to this one already."))
            above = above.parent
        return parent

    def clean_nation(self) -> Nation | None:
        """Return the nation, made known if it is new."""
        name = str(self.cleaned_data["nation"]).strip()
        return Nation.objects.get_or_create(name=name)[0] if name else None

    def _free(self, field: str) -> str:
        value = str(self.cleaned_data[field]).strip()
        if self._others().filter(**{f"{field}__iexact": value}).exists():
            raise ValidationError(_("Another agency has this name."))
        return value

    def _others(self) -> QuerySet[Agency]:
        return Agency.objects.exclude(pk=self.agency.pk) if self.agency else Agency.objects.all()
