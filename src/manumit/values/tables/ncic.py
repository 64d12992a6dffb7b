"""Code tables of the National Crime Information Center (FBI), as NIEM publishes them.

Not among them, since no public source of them was at hand: jewelry types (JWT), dental characteristics, vehicle makes
and styles (VMA, VST). Scars, marks and tattoos stand in `ncic_marks`.
"""

from __future__ import annotations

from datetime import date

from manumit.values.packaged_codes import family

_READ = date(2026, 11, 26)
_table = family("ncic.csv", source="FBI NCIC code tables, as published with NIEM 5.0.1 (OASIS NIEMOpen)", as_of=_READ)
_form = family("ncic.csv", source="NCIC missing-person entry form, message keys; definitions in our words", as_of=_READ)
_color = family(
    "ncic.csv", source="FBI NCIC vehicle colors (VCO), codes as in NIEM 6.0; labels in our words", as_of=_READ
)

RACE = _table("race", "NCIC race (RAC)")
ETHNICITY = _table("ethnicity", "NCIC ethnicity (ETN)")
SEX = _table("sex", "NCIC sex (SEX)")
EYE_COLOR = _table("eye_color", "NCIC eye color (EYE)")
SKIN_TONE = _table("skin_tone", "NCIC skin tone (SKN)")
BLOOD_TYPE = _table("blood_type", "NCIC blood type (BLT)")
HAIR_COLOR = _table("hair_color", "NCIC hair color (HAI)")
CIRCUMCISION = _table("circumcision", "NCIC circumcision (CRC)")
MISSING_ENTRY = _table("missing_entry", "NCIC missing-person entry (MNP)")
MISSING_CIRCUMSTANCE = _table("missing_circumstance", "NCIC missing-person circumstance (MPC)")
MESSAGE_KEY = _form("message_key", "NCIC missing-person message key")
VEHICLE_COLOR = _color("vehicle_color", "NCIC vehicle color (VCO)")
RELATIONSHIP_TO_OFFENDER = _table("relationship_to_offender", "NCIC victim's relationship to the offender (ROV)")
ADDRESS_KIND = _table("address_kind", "NCIC kind of address (ADD)")
STATE = _table("state", "NCIC US state")
TERRITORY = _table("territory", "NCIC US territory")
PROVINCE = _table("province", "NCIC Canadian province")
COUNTRY = _table("country", "NCIC country")
OFFENSE = _table("offense", "NCIC uniform offense code (OFF)")
INDIAN_NATION = _table("indian_nation", "NCIC Indian nation")

NCIC_TABLES = (
    RACE,
    ETHNICITY,
    SEX,
    EYE_COLOR,
    SKIN_TONE,
    BLOOD_TYPE,
    HAIR_COLOR,
    CIRCUMCISION,
    MISSING_ENTRY,
    MISSING_CIRCUMSTANCE,
    MESSAGE_KEY,
    VEHICLE_COLOR,
    RELATIONSHIP_TO_OFFENDER,
    ADDRESS_KIND,
    STATE,
    TERRITORY,
    PROVINCE,
    COUNTRY,
    OFFENSE,
    INDIAN_NATION,
)
"""Every table of this file, in its order."""
