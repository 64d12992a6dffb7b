"""Enumerations of NIEM 6.0: human services, justice, immigration and the codes of Uniform Crime Reporting.

Codes are the enumeration values; labels are ours. NIEM is (c) OASIS Open, CC BY 4.0.
"""

from __future__ import annotations

from datetime import date

from manumit.values.packaged_codes import family

_READ = date(2026, 11, 26)
_table = family(
    "niem.csv", source="NIEM 6.0 (OASIS NIEMOpen), enumerations of the hs, j, im and ucr namespaces", as_of=_READ
)

SKIN_TONE = _table("skin_tone", "NIEM skin tone")
EYE_COLOR = _table("eye_color", "NIEM eye color")
HAIR_COLOR = _table("hair_color", "NIEM hair color")
RACE = _table("race", "NIEM race")
ETHNICITY = _table("ethnicity", "NIEM ethnicity")
SEX = _table("sex", "NIEM sex")
BLOOD_TYPE = _table("blood_type", "NIEM blood type")
NAME_CATEGORY = _table("name_category", "NIEM name category")
PERSON_RELATIONSHIP = _table("person_relationship", "NIEM person relationship")
CRIMINAL_ACTIVITY = _table("criminal_activity", "NIEM criminal activity")
VENUE = _table("venue", "NIEM venue")
INDUSTRY = _table("industry", "NIEM industry")
IDENTIFIED_BY = _table("identified_by", "NIEM who identified the victim")
LIVING_SITUATION = _table("living_situation", "NIEM living situation")
POLYVICTIMIZATION = _table("polyvictimization", "NIEM polyvictimization")
PROSPECTIVE_VICTIM = _table("prospective_victim", "NIEM prospective victim")
SERVICE = _table("service", "NIEM service")
UNPROVIDED_SERVICE_REASON = _table("unprovided_service_reason", "NIEM unprovided service reason")
GENDER_IDENTITY = _table("gender_identity", "NIEM gender identity")
REPORTING_ORGANIZATION = _table("reporting_organization", "NIEM reporting organization")
REPORTING_ORGANIZATION_CLASS = _table("reporting_organization_class", "NIEM reporting organization class")
TRIBE = _table("tribe", "NIEM Tribe (TribalCode)")
CLASS_OF_ADMISSION = _table(
    "class_of_admission", "NIEM class of admission (trafficking, crime victims and parole alone)"
)
DETENTION_RELEASE = _table("detention_release", "NIEM reason of release from detention")
OFFENSE = _table("offense", "NIEM offense")
FORCE = _table("force", "NIEM force")
EXCEPTIONAL_CLEARANCE = _table("exceptional_clearance", "NIEM exceptional clearance")
VICTIM_CATEGORY = _table("victim_category", "NIEM victim category")

NIEM_TABLES = (
    SKIN_TONE,
    EYE_COLOR,
    HAIR_COLOR,
    RACE,
    ETHNICITY,
    SEX,
    BLOOD_TYPE,
    NAME_CATEGORY,
    PERSON_RELATIONSHIP,
    CRIMINAL_ACTIVITY,
    VENUE,
    INDUSTRY,
    IDENTIFIED_BY,
    LIVING_SITUATION,
    POLYVICTIMIZATION,
    PROSPECTIVE_VICTIM,
    SERVICE,
    UNPROVIDED_SERVICE_REASON,
    GENDER_IDENTITY,
    REPORTING_ORGANIZATION,
    REPORTING_ORGANIZATION_CLASS,
    TRIBE,
    CLASS_OF_ADMISSION,
    DETENTION_RELEASE,
    OFFENSE,
    FORCE,
    EXCEPTIONAL_CLEARANCE,
    VICTIM_CATEGORY,
)
"""Every table of this file, in its order."""
