"""Codes of the National Incident-Based Reporting System (FBI)."""

from __future__ import annotations

from datetime import date

from manumit.values.packaged_codes import family

_READ = date(2026, 11, 26)
_table = family("nibrs.csv", source="FBI NIBRS IEPD 2019.1 (16 August 2018)", as_of=_READ)

OFFENSE = _table("offense", "NIBRS offense")
LOCATION = _table("location", "NIBRS location")
RELATIONSHIP_TO_OFFENDER = _table("relationship_to_offender", "NIBRS victim's relationship to the offender")
CRIMINAL_ACTIVITY = _table("criminal_activity", "NIBRS criminal activity")
HOMICIDE_CIRCUMSTANCE = _table("homicide_circumstance", "NIBRS homicide circumstance")
FORCE = _table("force", "NIBRS force")
EXCEPTIONAL_CLEARANCE = _table("exceptional_clearance", "NIBRS exceptional clearance")
VICTIM_CATEGORY = _table("victim_category", "NIBRS victim category")
RACE = _table("race", "NIBRS race")

NIBRS_TABLES = (
    OFFENSE,
    LOCATION,
    RELATIONSHIP_TO_OFFENDER,
    CRIMINAL_ACTIVITY,
    HOMICIDE_CIRCUMSTANCE,
    FORCE,
    EXCEPTIONAL_CLEARANCE,
    VICTIM_CATEGORY,
    RACE,
)
"""Every table of this file, in its order."""
