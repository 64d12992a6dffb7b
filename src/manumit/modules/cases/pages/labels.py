"""What fields and codes are called on screens."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.measuring import measured

from ..choices import state_choices
from ..models import NOUNS, Case

LABELS: Mapping[str, Any] = {
    "acute": _("Acute"),
    "address": _("Address"),
    "age": _("Age"),
    "age_group": _("Age group, where estimated"),
    "age_max": _("Age, highest"),
    "age_min": _("Age, lowest"),
    "age_text": _("Age as written"),
    "age_when": _("Age when it began, in years"),
    "added_at": _("Added"),
    "agency": _("Agency"),
    "agency_kind": _("Kind of agency"),
    "agency_name": _("Agency"),
    "alert": _("Public alert"),
    "all_parts_recovered": _("All parts recovered"),
    "at": _("Time"),
    "attempted": _("Attempted only"),
    "basis": _("On what basis"),
    "basis_detail": _("What the basis rests on"),
    "belonging_kind": _("What it is"),
    "biometric_kind": _("What it is"),
    "birth": _("Date of birth"),
    "birthplace": _("Place of birth"),
    "blood": _("Blood type"),
    "body_hair_note": _("Body hair"),
    "carrier": _("Carrier"),
    "case_type": _("Type of case"),
    "circumstance": _("Circumstance of the disappearance"),
    "circumstances": _("Circumstances"),
    "citizenships": _("Citizenships"),
    "city": _("City"),
    "color_text": _("Color in other words"),
    "colors": _("Colors"),
    "condition": _("Condition"),
    "confirmed_by": _("Confirmed by"),
    "consent_by": _("Who of the family consented"),
    "consent_on": _("When they consented"),
    "contact": _("Whom to ask"),
    "contact_title": _("Their position"),
    "contains_cji": _("Criminal justice information"),
    "controls": _("Methods of control"),
    "counts": _("Counts"),
    "countries": _("Countries"),
    "country": _("Country"),
    "county": _("County"),
    "decided_by": _("Who decided"),
    "description": _("Description"),
    "detail": _("Detail"),
    "determined_by": _("Determined by"),
    "determined_on": _("Determined on"),
    "died": _("Date of death"),
    "custodian": _("Who keeps it"),
    "dimension": _("What is described"),
    "display_name": _("Name shown"),
    "e164": _("International form"),
    "earliest_on": _("Earliest day"),
    "email": _("Electronic mail"),
    "enrolled": _("Enrolled"),
    "event_kind": _("What kind of event"),
    "exploited_on": _("Exploited on"),
    "eye_left": _("Left eye"),
    "eye_note": _("Eyes, in other words"),
    "eye_right": _("Right eye"),
    "facial_hair_note": _("Facial hair"),
    "family_name": _("Family name"),
    "fbi": "FBI",
    "feature_kind": _("What it is"),
    "file": _("File"),
    "file_kind": _("What it is"),
    "from_on": _("From"),
    "given_names": _("Given names"),
    "hair": _("Hair"),
    "hands_not_recovered": _("Hands not recovered"),
    "handle": _("Account name"),
    "head_hair_note": _("Head hair"),
    "head_not_recovered": _("Head not recovered"),
    "height": _("Height"),
    "height_certainty": _("How the height is known"),
    "height_max": _("Height, highest"),
    "height_min": _("Height, lowest"),
    "held_by": _("Who holds it"),
    "identified_by": _("Who identified them"),
    "identified_by_method": _("Identified by"),
    "identified_on": _("Identified on"),
    "industry": _("Industry"),
    "interval": _("Time since death"),
    "interval_unit": _("Unit of that time"),
    "jewelry_kind": _("Kind of jewelry"),
    "jurisdiction": _("Level of jurisdiction"),
    "kinds": _("Kinds of exploitation"),
    "land_status": _("Land status"),
    "language": _("Language"),
    "languages": _("Languages"),
    "last_seen": _("Last seen"),
    "last_seen_city": _("City or place"),
    "last_seen_county": _("County"),
    "last_seen_earliest_on": _("Last seen, earliest"),
    "last_seen_latest_on": _("Last seen, latest"),
    "last_seen_precision": _("How exactly the date is known"),
    "last_seen_state": _("Last seen in"),
    "latest_on": _("Latest day"),
    "latitude": _("Latitude"),
    "lay": _("Where it lay"),
    "level": _("Sharing"),
    "limbs_not_recovered": _("Limbs not recovered"),
    "longitude": _("Longitude"),
    "make": _("Make"),
    "mec": _("Medical examiner or coroner"),
    "media_type": _("Type of file"),
    "middle_names": _("Middle names"),
    "missing_category": _("Why the entry is made"),
    "model": _("Model"),
    "name": _("Name"),
    "name_suffix": _("Suffix"),
    "name_type": _("Kind of name"),
    "namus": "NamUs",
    "nation": _("Nation"),
    "ncic": "NCIC",
    "ncic_code": _("NCIC code"),
    "ncic_entered_on": _("Entered in NCIC on"),
    "ncmec": "NCMEC",
    "nibrs_code": _("NIBRS code"),
    "none_known": _("Nothing known of"),
    "note": _("Note"),
    "number": _("Number"),
    "ori": _("ORI"),
    "outcome": _("Outcome"),
    "person": _("Who it is about"),
    "phone": _("Telephone"),
    "place": _("Place"),
    "place_detail": _("Where exactly"),
    "place_precision": _("How exactly the place is known"),
    "plate_number": _("License plate"),
    "plate_state": _("State of the plate"),
    "plate_year": _("Year the plate expires"),
    "platform": _("Platform"),
    "position_precision": _("What the position stands for"),
    "postal_code": _("Postal code"),
    "precision": _("How exactly the date is known"),
    "pronounced": _("How it is said"),
    "protected": _("Protected person"),
    "quarantined_at": _("Set aside"),
    "races": _("Race or ethnicity as reported"),
    "races_note": _("Race or ethnicity in other words"),
    "recruited_by": _("How they were recruited"),
    "recruited_on": _("Recruited on"),
    "reference": _("Reference"),
    "relation": _("Relation of the giver"),
    "relationship": _("Relation to the trafficker"),
    "reliability": _("How far the source can be relied on"),
    "reported_as": _("Tribe as reported"),
    "reported_on": _("Reported on"),
    "residence_on_tribal_land": _("Lives on Tribal land"),
    "review_on": _("Next review"),
    "role": _("Role in the case"),
    "scheme": _("System"),
    "sex": _("Sex"),
    "sex_kinds": _("Forms of sexual exploitation"),
    "shows_dead": _("Shows somebody who died"),
    "side": _("Side"),
    "site": _("Where on the body"),
    "size": _("Size"),
    "skin": _("Skin"),
    "state": _("State"),
    "state_since_at": _("In this state since"),
    "status": _("Status"),
    "statute": _("Statute"),
    "street": _("Street"),
    "style": _("Style"),
    "style_text": _("Style in other words"),
    "taken_on": _("Taken on"),
    "title": _("In a few words"),
    "torso_not_recovered": _("Torso not recovered"),
    "tribal_land": _("On Tribal land"),
    "tribe": _("Code of the Tribe"),
    "until_on": _("Until"),
    "use": _("Whose or what it is"),
    "used_from_on": _("Used from"),
    "used_until_on": _("Used until"),
    "value": _("In a word or two"),
    "vehicle_kind": _("Kind of vehicle"),
    "vicap": "ViCAP",
    "vin": _("VIN"),
    "vulnerabilities": _("Vulnerabilities"),
    "vulnerability_detail": _("Vulnerabilities, in other words"),
    "website": _("Website"),
    "weight": _("Weight"),
    "weight_certainty": _("How the weight is known"),
    "weight_max": _("Weight, highest"),
    "weight_min": _("Weight, lowest"),
    "when": _("When"),
    "wishes": _("What they wish"),
    "withdrawn_at": _("Withdrawn"),
    "year_max": _("Year, latest"),
    "year_min": _("Year, earliest"),
}
"""What a field is called, whichever noun has it."""

OWN: Mapping[tuple[str, str], Any] = {
    ("", "state"): _("State of the case"),
    ("agencies", "number"): _("Its case number"),
    ("agencies", "role"): _("What it does"),
    ("biometrics", "status"): _("On file"),
    ("exploitations", "status"): _("Victim of trafficking"),
    ("files", "name"): _("Name of the file"),
    ("files", "reference"): _("Under which reference"),
    ("indian_status", "status"): _("Indian status"),
    ("places", "role"): _("What happened there"),
    ("places", "tribe"): _("Code of the Tribe whose land it is"),
    ("remains", "status"): _("Alive or dead"),
    ("vehicles", "relation"): _("What it has to do with the case"),
    ("whereabouts", "place"): _("Where they are"),
}
"""What a field of one noun, or of a sealed group, is called where the common name would mislead."""

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

MODELS: Mapping[str, type[models.Model]] = {"": Case, **NOUNS}
"""The noun that each name of a history's path stands for; the case itself has none."""


def label(field: str, part: str = "") -> str:
    """Return what `field` of the case, or of the noun `part`, is called."""
    found = OWN.get((part, field)) or LABELS.get(field) or field.replace("_", " ")
    return str(found)


later: Callable[..., Any] = lazy(label, str)
"""As `label`, but looked up when it is shown: for what is built before a language is chosen."""


def shown(field: str, value: Any, part: str = "") -> str:
    """Return a plain value of `field` in words: a code by its label, a day as people write it, a measure with unit."""
    if value in (None, "", []):
        return str(_("not recorded"))
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, list):
        return ", ".join(shown(field, each, part) for each in value)
    return _in_words(field, value, part)


def path_label(path: str) -> str:
    """Return what a path of the history ("features.12.site") is called."""
    part, _dot, rest = path.partition(".")
    return label(rest.rpartition(".")[2], part) if rest else label(path)


def _in_words(field: str, value: Any, part: str) -> str:
    choices = codes(part, field)
    if choices:
        return str(choices.get(value, value))
    column = _column(part, field)
    if isinstance(column, models.DateTimeField):
        return _time(value if isinstance(value, datetime) else datetime.fromisoformat(str(value)))
    if isinstance(column, models.DateField):
        return date_format(value if isinstance(value, date) else date.fromisoformat(str(value)))
    return measured(field, value)


def _time(value: datetime) -> str:
    here = timezone.localtime(value)
    return f"{date_format(here, 'DATETIME_FORMAT')} {here.tzname()}"


@lru_cache
def codes(part: str, field: str) -> Mapping[Any, Any]:
    """Return code and label of each value that `field` of the noun `part` may hold; empty where any text may stand."""
    column = _column(part, field)
    if column is None:
        return {}
    kept = getattr(column, "base_field", column)
    return dict(kept.flatchoices or (state_choices() if field in {"state", "last_seen_state"} else ()))


@lru_cache(maxsize=1024)
def _column(part: str, field: str) -> Any:
    model = MODELS.get(part)
    return None if model is None else next((each for each in model._meta.concrete_fields if each.name == field), None)
