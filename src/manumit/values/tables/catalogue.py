"""The catalogue's own vocabularies, in lower-case codes, with Spanish; `crosswalks` tie them to the published lists.

Each takes in what NamUs, NCIC and NIEM can say of its subject, so that an import loses nothing; `unknown` is an answer
that somebody gave, never a blank.
"""

from __future__ import annotations

from datetime import date

from manumit.values.packaged_codes import family

_table = family(
    "catalogue.csv",
    source="the catalogue's own, made to hold what NamUs, NCIC, NIEM 6.0 and HTCDS 2.0 say of it",
    as_of=date(2026, 11, 26),
)

EYE_COLOR = _table("eye_color", "eye color")
"""Of one eye; left and right are recorded apart. `missing` is an eye that is not there."""
HAIR_COLOR = _table("hair_color", "hair color")
SKIN_TONE = _table("skin_tone", "skin tone")
BODY_FEATURE_KIND = _table("body_feature_kind", "kind of body feature")
"""What a feature is. Where it is stands in `BODY_SITE` and `BODY_SIDE`."""
BODY_SITE = _table("body_site", "place on the body")
BODY_SIDE = _table("body_side", "side of the body")
"""Left and right are the person's own."""
BLOOD_TYPE = _table("blood_type", "blood type")
BELONGING_KIND = _table("belonging_kind", "kind of belonging")
BELONGING_PLACE = _table("belonging_place", "where a belonging was")
JEWELRY_KIND = _table("jewelry_kind", "kind of jewelry")
CONDITION_OF_REMAINS = _table("condition_of_remains", "condition of remains")
REMAINS_STATUS = _table("remains_status", "status of an unidentified person")
INTERVAL_UNIT = _table("interval_unit", "unit of a post-mortem interval")
ESTIMATED_AGE_GROUP = _table("estimated_age_group", "estimated age group")
MEASURE_CERTAINTY = _table("measure_certainty", "certainty of height or weight")
VEHICLE_KIND = _table("vehicle_kind", "kind of vehicle")
VEHICLE_STYLE = _table("vehicle_style", "body style of a car")
VEHICLE_COLOR = _table("vehicle_color", "vehicle color")
"""One color; a vehicle of two colors has two, the upper or larger first."""
BIOMETRIC_KIND = _table("biometric_kind", "kind of record that can identify")
ON_FILE = _table("on_file", "whether such a record is on file")
SAMPLE_RELATION = _table("sample_relation", "who gave a family reference sample")
"""What the giver is to the missing person."""
LAND_STATUS = _table("land_status", "land status")
"""Indian country as 18 USC 1151 defines it. A finding about land carries its basis; this is not legal advice."""
YES_NO_UNKNOWN = _table("yes_no_unknown", "yes, no or not known")
INDIAN_STATUS = _table("indian_status", "Indian status")
"""For jurisdiction alone; always with a basis of `INDIAN_STATUS_BASIS`."""
INDIAN_STATUS_BASIS = _table("indian_status_basis", "basis of Indian status")
IDENTIFICATION_METHOD = _table("identification_method", "method of identification")
NAME_TYPE = _table("name_type", "type of name")
AGENCY_TYPE = _table("agency_type", "type of agency")
JURISDICTION_LEVEL = _table("jurisdiction_level", "level of jurisdiction")
MISSING_CATEGORY = _table("missing_category", "category of a missing person")
"""Why a record is entered, as NCIC's six missing-person message keys part them."""
MISSING_CIRCUMSTANCE = _table("missing_circumstance", "circumstance of a disappearance")
ALERT_KIND = _table("alert_kind", "kind of missing-person entry")
TRAFFICKING_STATUS = _table("trafficking_status", "trafficking status")
EXPLOITATION_KIND = _table("exploitation_kind", "kind of exploitation")
SEX_EXPLOITATION_KIND = _table("sex_exploitation_kind", "kind of sexual exploitation")
METHOD_OF_CONTROL = _table("method_of_control", "method of control")
RECRUITMENT_METHOD = _table("recruitment_method", "method of recruitment")
TRAFFICKER_RELATION = _table("trafficker_relation", "relation of victim and trafficker before")
VULNERABILITY = _table("vulnerability", "vulnerability")
INDUSTRY = _table("industry", "industry of forced labor")
"""The sections of ISIC Rev. 4."""
ONLINE_PLATFORM = _table("online_platform", "online platform")

CATALOGUE_TABLES = (
    EYE_COLOR,
    HAIR_COLOR,
    SKIN_TONE,
    BODY_FEATURE_KIND,
    BODY_SITE,
    BODY_SIDE,
    BLOOD_TYPE,
    BELONGING_KIND,
    BELONGING_PLACE,
    JEWELRY_KIND,
    CONDITION_OF_REMAINS,
    REMAINS_STATUS,
    INTERVAL_UNIT,
    ESTIMATED_AGE_GROUP,
    MEASURE_CERTAINTY,
    VEHICLE_KIND,
    VEHICLE_STYLE,
    VEHICLE_COLOR,
    BIOMETRIC_KIND,
    ON_FILE,
    SAMPLE_RELATION,
    LAND_STATUS,
    YES_NO_UNKNOWN,
    INDIAN_STATUS,
    INDIAN_STATUS_BASIS,
    IDENTIFICATION_METHOD,
    NAME_TYPE,
    AGENCY_TYPE,
    JURISDICTION_LEVEL,
    MISSING_CATEGORY,
    MISSING_CIRCUMSTANCE,
    ALERT_KIND,
    TRAFFICKING_STATUS,
    EXPLOITATION_KIND,
    SEX_EXPLOITATION_KIND,
    METHOD_OF_CONTROL,
    RECRUITMENT_METHOD,
    TRAFFICKER_RELATION,
    VULNERABILITY,
    INDUSTRY,
    ONLINE_PLATFORM,
)
"""Every vocabulary of this file, in its order."""
