"""A description of somebody or something as people give one: the case it is for, why, and what is known."""

from types import SimpleNamespace
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from manumit.linkage import PROFILES as COMPARED
from manumit.spine.matching import Matched, describing
from manumit.spine.matching.linkable import PROFILES
from manumit.spine.records.coded import coded
from manumit.spine.ui.forms import MemorableDateField, TextField
from manumit.spine.ui.forms.sections import SectionedForm
from manumit.spine.ui.forms.spread import AgeField, EdtfField, HeightField, WeightField

PERSON, LOOKS, PLACE = _("A person"), _("How they look"), _("A place")
VEHICLE, CONTACT, LATER = _("A vehicle"), _("A telephone or account"), _("Going on looking")
FIELDS_OF = {
    "names": ("given", "family", "other_names"), "birth": ("birth", "age"), "sex": ("sex",),
    "height": ("height",), "weight": ("weight",), "eyes": ("eyes",), "hair": ("hair",), "marks": ("marks",),
    "belongings": ("belongings",), "places": ("city", "state"), "plates": ("plate", "plate_state"), "vins": ("vin",),
    "make": ("make",), "model": ("model",), "year": ("year",), "colour": ("colour",), "style": ("style",),
    "phones": ("phone",), "accounts": ("account", "platform"),
}  # fmt: skip
"""The questions that each fact is made of."""


def _any_of(name: str) -> Any:
    def offered() -> list[tuple[str, Any]]:
        return [("", _("Not known")), *coded(name)()]

    return offered


def _words(label: Any, most: int, hint: Any = "") -> TextField:
    return TextField(label=label, max_length=most, required=False, help_text=hint)


class WhoForm(SectionedForm):
    """A description, the case it is for, and why. What would not be compared is refused, never passed over."""

    side_by_side = True
    unfolded = (PERSON,)
    sections_of = {
        "": ("case_number", "why", "name"),
        PERSON: ("given", "family", "other_names", "birth", "age", "sex"),
        LOOKS: ("height", "weight", "eyes", "hair", "marks", "belongings"),
        PLACE: ("city", "state"),
        VEHICLE: ("plate", "plate_state", "vin", "make", "model", "year", "colour", "style"),
        CONTACT: ("phone", "platform", "account"),
        LATER: ("ends_on",),
    }  # fmt: skip

    case_kind = forms.CharField(initial="case", widget=forms.HiddenInput)
    case_number = TextField(label=_("For which case?"), max_length=16, help_text=_("Its number, such as C-4F7K-9Q2"))
    why = TextField(label=_("What do you need it for?"), max_length=300)
    name = forms.ChoiceField(
        label=_("What do you describe?"),
        choices=[each for each in Matched.choices if each[0] != Matched.LISTED_PARTY], initial=Matched.MISSING_PERSON,
    )  # fmt: skip
    given = _words(_("Given names"), 100)
    family = _words(_("Family name"), 100)
    other_names = _words(_("Other names and nicknames"), 300, _("Rosie Tallgrass, Red; separated by commas"))
    birth = EdtfField(
        label=_("Date of birth"), max_length=40, required=False, help_text=_("2/3/1990, 2/1990, 1990 or about 1990")
    )
    age = AgeField(label=_("Age now"), max_length=40, required=False, help_text=_("17, or 30 - 40"))
    sex = forms.ChoiceField(
        label=_("Sex"), choices=[("", _("Not known")), ("male", _("Male")), ("female", _("Female"))], required=False
    )
    height = HeightField(label=_("Height"), max_length=40, required=False, help_text="5'4\", 160 cm, 5'2\" - 5'6\"")
    weight = WeightField(label=_("Weight"), max_length=40, required=False, help_text="120 lb, 54 kg, 120 - 130 lb")
    eyes = forms.ChoiceField(label=_("Eyes"), choices=_any_of("EYE_COLOR"), required=False)
    hair = forms.ChoiceField(label=_("Hair"), choices=_any_of("HAIR_COLOR"), required=False)
    marks = _words(_("Marks"), 300, _("Tattoo of an anchor on left forearm; separated by commas"))
    belongings = _words(_("Clothing and belongings"), 300, _("Silver ring, red jacket; separated by commas"))
    city = _words(_("Town"), 100)
    state = _words(_("State"), 2, _("Two letters"))
    plate = _words(_("Plate"), 10, _("A question mark for each character nobody saw"))
    plate_state = _words(_("State of the plate"), 2, _("Two letters"))
    vin = _words(_("Vehicle number (VIN)"), 17, _("Or its end, as far as it is known"))
    make = _words(_("Make"), 40)
    model = _words(_("Model"), 40)
    year = forms.IntegerField(label=_("Model year"), min_value=1900, max_value=2100, required=False)
    colour = forms.ChoiceField(label=_("Color"), choices=_any_of("VEHICLE_COLOR"), required=False)
    style = forms.ChoiceField(label=_("Body style"), choices=_any_of("VEHICLE_STYLE"), required=False)
    phone = _words(_("Telephone"), 40)
    platform = _words(_("Platform of the account"), 40)
    account = _words(_("Name of an account"), 200)
    ends_on = MemorableDateField(
        label=_("Go on looking until"), required=False, help_text=_("Only where you press “Go on looking”")
    )

    def clean(self) -> dict[str, Any]:
        """Refuse what is not compared in what is described: an answer that changes nothing must not look asked."""
        given: dict[str, Any] = super().clean() or {}
        compared = {
            field for profile in PROFILES.get(given.get("name", ""), ()) for field in _fields(COMPARED[profile])
        }
        if not self.errors:
            for fact in (fact for fact, values in self.facts().items() if values and fact not in compared):
                field = next(name for name in FIELDS_OF[fact] if self.data.get(self.add_prefix(name)))
                self.add_error(field, gettext("This is not compared for what you describe. Choose another above."))
        return given

    def facts(self) -> dict[str, list[Any]]:
        """Return what was described as matching reads it."""
        given = SimpleNamespace(**self.cleaned_data)
        return {**self._of_a_person(given), **self._of_a_vehicle(given), **self._of_contact(given)}

    def _of_a_person(self, given: Any) -> dict[str, list[Any]]:
        low, high = given.height
        least, most = given.weight
        looks = describing.looks(
            SimpleNamespace(
                birth=given.birth, age_min=given.age.years.low, age_max=given.age.years.high, sex=given.sex, races=(),
                height_min=low, height_max=high, weight_min=least, weight_max=most,
                eye_left=given.eyes, eye_right=given.eyes, hair=given.hair,
            ),
            timezone.localdate(),
        )  # fmt: skip
        named = [{"given": given.given, "family": given.family}] if given.given or given.family else []
        place = {"city": given.city, "state": given.state.upper()}
        return looks | {
            "names": [*named, *_parts(given.other_names)],
            "marks": _parts(given.marks), "belongings": _parts(given.belongings),
            "places": [place] if given.city or given.state else [],
        }  # fmt: skip

    def _of_a_vehicle(self, given: Any) -> dict[str, list[Any]]:
        return describing.vehicle(
            SimpleNamespace(
                plate_number=given.plate, plate_state=given.plate_state.upper(), vin=given.vin, make=given.make,
                model=given.model, year_min=given.year, year_max=given.year, style=given.style,
                colors=[given.colour] if given.colour else [],
            )
        )  # fmt: skip

    def _of_contact(self, given: Any) -> dict[str, list[Any]]:
        return {
            "phones": [given.phone] if given.phone else [],
            "accounts": [{"platform": given.platform, "handle": given.account}] if given.account else [],
        }


def _fields(profile: Any) -> set[str]:
    return {field for feature in profile.features for field in feature.fields}


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
