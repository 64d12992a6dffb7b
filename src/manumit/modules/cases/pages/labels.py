"""What fields are called on screens."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..models import Case, CaseAgency, CasePerson

LABELS: Mapping[str, Any] = {
    "case_type": _("Type of case"),
    "state": _("State of the case"),
    "outcome": _("Outcome"),
    "confirmed_by": _("Confirmed by"),
    "acute": _("Acute"),
    "protected": _("Protected person"),
    "nation": _("Nation"),
    "reported_on": _("Reported on"),
    "review_on": _("Next review"),
    "level": _("Sharing"),
    "last_seen": _("Last seen"),
    "last_seen_earliest_on": _("Last seen, earliest"),
    "last_seen_latest_on": _("Last seen, latest"),
    "last_seen_precision": _("How exactly the date is known"),
    "last_seen_state": _("Last seen in"),
    "last_seen_county": _("County"),
    "last_seen_city": _("City or place"),
    "tribal_land": _("On Tribal land"),
    "place_precision": _("How exactly the place is known"),
    "place_detail": _("Where exactly"),
    "circumstances": _("Circumstances"),
    "role": _("Role in the case"),
    "family_name": _("Family name"),
    "given_names": _("Given names"),
    "name_suffix": _("Suffix"),
    "sex": _("Sex"),
    "races": _("Race or ethnicity as reported"),
    "age_min": _("Age, lowest"),
    "age_max": _("Age, highest"),
    "age_text": _("Age as written"),
    "birth": _("Date of birth"),
    "agency_name": _("Agency"),
    "agency": _("Agency"),
    "number": _("Number"),
    "contact": _("Whom to ask"),
    "place": _("Where they are"),
    "wishes": _("What they wish"),
    "namus": "NamUs",
    "ncic": "NCIC",
    "vicap": "ViCAP",
    "ncmec": "NCMEC",
    "fbi": "FBI",
    "mec": _("Medical examiner or coroner"),
}

GROUPS: Mapping[str, Any] = {
    "summary": _("Summary"),
    "people": _("People"),
    "place": _("Place"),
    "narrative": _("Circumstances"),
    "agencies": _("Agencies and numbers"),
    "tribal": _("Tribes and Indian status"),
    "whereabouts": _("Sealed whereabouts"),
    "protected_contact": _("Sealed contact"),
}


def label(field: str) -> str:
    """Return what `field` of a case, person or agency is called."""
    return str(LABELS.get(field, field.replace("_", " ")))


def shown(field: str, value: Any) -> str:
    """Return a plain value of `field` in words; a code by its label."""
    if value in (None, "", []):
        return str(_("not recorded"))
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, list):
        return ", ".join(shown(field, each) for each in value)
    return str(_choices(field).get(value, value))


def _choices(field: str) -> Mapping[Any, Any]:
    for model in (Case, CasePerson, CaseAgency):
        for each in model._meta.concrete_fields:
            if each.name == field:
                return dict(getattr(each, "base_field", each).flatchoices)
    return {}
