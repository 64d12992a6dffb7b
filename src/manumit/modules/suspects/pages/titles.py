"""What parts, groups and acts are called."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

MANY: Mapping[str, Any] = {
    "bases": _("Why they are suspected"),
    "names": _("Names"),
    "marks": _("Scars, marks, tattoos"),
    "phones": _("Telephones"),
    "accounts": _("Accounts"),
    "vehicles": _("Vehicles"),
    "documents": _("Documents and official numbers"),
    "charges": _("Charges"),
    "court_dates": _("Court dates"),
}
ONE: Mapping[str, Any] = {
    "bases": _("a basis"),
    "names": _("a name"),
    "marks": _("a scar, mark or tattoo"),
    "phones": _("a telephone"),
    "accounts": _("an account"),
    "vehicles": _("a vehicle"),
    "documents": _("a document"),
    "charges": _("a charge"),
    "court_dates": _("a court date"),
    "cases": _("the tie to a case"),
}
VERBS: Mapping[str, Any] = {
    "suspect.open": _("Opened"),
    "suspect.edit": _("Description changed"),
    "suspect.part.add": _("Information added"),
    "suspect.part.edit": _("Information corrected"),
    "suspect.part.withdraw": _("Information withdrawn"),
    "suspect.tie": _("Tied to a case"),
    "suspect.move": _("Standing changed"),
    "suspect.validate": _("Validated"),
    "suspect.level.set": _("Sharing changed"),
    "suspect.release": _("Released to an agency"),
    "suspect.release.recall": _("Release recalled"),
    "suspect.source.record": _("Sealed information recorded"),
}
GROUPS: Mapping[str, Any] = {
    "summary": _("Summary"),
    "case": _("Cases"),
    "description": _("Description"),
    "identifiers": _("Telephones, accounts, vehicles, documents"),
    "basis": _("Why they are suspected"),
    "proceedings": _("Charges and court"),
    "confidential_source": _("Confidential source"),
}
