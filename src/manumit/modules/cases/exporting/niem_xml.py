"""Missing persons and victims of trafficking as NIEM 6.0 XML."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .dossier import Dossier
from .format import Format, Text
from .niem import message
from .niem.carried import CASE_PLACE, CASE_SUMMARY, EXPLOITATION, FEATURE, NAME, PERSON, people_of

NOBODY = _("It names nobody missing and no victim of trafficking whom you may read of, of whom NIEM has a noun")


def objection(dossier: Dossier) -> Text:
    """Say that a case has nobody of whom NIEM has a noun."""
    return "" if people_of(dossier) else NOBODY


NIEM_XML = Format(
    name="niem",
    title=_("NIEM 6.0 (XML)"),
    holds=_("Missing persons and victims of trafficking in the terms of NIEM, for other systems."),
    suffix="xml",
    media_type="application/xml",
    fields={
        "summary": ("number", *CASE_SUMMARY),
        "place": CASE_PLACE,
        "people": (*PERSON, *(f"names.{each}" for each in NAME), *(f"features.{each}" for each in FEATURE)),
        "agencies": ("numbers",),
        "narrative": ("circumstances", *(f"exploitations.{each}" for each in EXPLOITATION)),
    },
    models=message.MODELS,
    cannot=(
        _("Homicides, unidentified remains, witnesses and family"),
        _("Agencies, belongings, biometrics, vehicles, phones, accounts, events, offenses and behavior"),
        _("Tribes, Indian status and traditional names"),
        _("How victims were recruited and controlled, and what made them vulnerable"),
        _("That a date is only about right, and the time of a day"),
        _("Who said each value, when and how sure"),
    ),
    objection=objection,
    marking=message.MARKING,
    write=message.write,
)
