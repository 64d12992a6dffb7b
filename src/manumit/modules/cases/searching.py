"""Which words of a case can be found, in which field group."""

from collections.abc import Sequence
from datetime import datetime

from django.http import QueryDict

from manumit.spine.identity.actor import Actor
from manumit.spine.search import Searchable, Source
from manumit.spine.search.listing import SearchList

from . import filters, questions
from .models import PARTS, Case

STANDING = ("withdrawn_at",)
WORDS = {
    "names": ("family_name", "given_names", "middle_names"),
    "traditional_names": ("name",),
    "tribes": ("reported_as",),
    "features": ("ncic_code",),
    "biometrics": ("reference",),
    "places": ("address", "city", "county", "postal_code"),
    "vehicles": ("make", "model", "plate_number", "vin", "color_text", "style_text"),
    "phones": ("number", "e164"),
    "accounts": ("handle", "display_name"),
    "offences": ("statute", "nibrs_code"),
}
PROSE = {
    "indian_status": ("basis_detail",),
    "features": ("description",),
    "belongings": ("description",),
    "biometrics": ("note",),
    "places": ("description",),
    "vehicles": ("description",),
    "phones": ("note",),
    "accounts": ("note",),
    "events": ("title", "description", "place"),
    "offences": ("title", "note"),
    "behaviours": ("value", "detail"),
    "exploitations": ("description", "vulnerability_detail"),
}
"""Fields of each part that are searched; the parts not named here hold codes only, which the filters find."""


def _part(name: str) -> Source:
    model = PARTS[name]
    standing = (*STANDING, "superseded_by_id") if name == "events" else STANDING
    group = model.scoped_through.group
    return Source(model._meta.label, group, WORDS.get(name, ()), PROSE.get(name, ()), standing=standing)


PEOPLE = Source(
    "cases.CasePerson",
    "people",
    ("family_name", "given_names", "middle_names", "birthplace"),
    ("head_hair_note", "facial_hair_note", "body_hair_note", "eye_note"),
    standing=STANDING,
)
NAMES = Source("cases.CasePerson", "people", ("given_names", "middle_names", "family_name"), standing=STANDING)
CASE = Searchable(
    kind="case",
    document="cases.CaseDocument",
    sources=(
        Source("cases.Case", "summary", ("last_seen_county",), path=""),
        Source("cases.Case", "place", ("last_seen_city",), ("place_detail",), path=""),
        Source("cases.Case", "narrative", (), ("circumstances",), path=""),
        PEOPLE,
        Source("cases.CaseAgency", "agencies", ("agency_name", "number", "city", "contact"), standing=STANDING),
        Source("cases.OutsideNumber", "agencies", ("value",), standing=STANDING),
        *(_part(name) for name in PARTS if name in WORDS or name in PROSE),
    ),
    named=(
        NAMES,
        Source("cases.PersonName", "people", ("given_names", "middle_names", "family_name"), standing=STANDING),
    ),
    named_group="people",
)


def _described(query: QueryDict) -> str:
    narrowing = filters.parse(query)
    parts = (
        f"{filters.FILTERS[name].label}: {filters.FILTERS[name].show(value)}"
        for name, values in narrowing.values.items()
        for value in values
    )
    return " · ".join(parts)


def _newer(actor: Actor, query: QueryDict, since: datetime) -> Sequence[Case]:
    return questions.newer_cases(actor, filters.parse(query), since)


LIST = SearchList(CASE.kind, "cases:list", _described, _newer)
