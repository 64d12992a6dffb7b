"""Code lists of NamUs (National Missing and Unidentified Persons System), with its own numbers where it serves any.

Read from what NamUs serves, so a number that no case carried is not here. Primary ethnicity, vehicle style and vehicle
color are served as words: there the code is the word. A missing person's file categories are numbered differently from
those of unidentified and unclaimed persons (`FILE_CATEGORY_FOUND`).
"""

from __future__ import annotations

from datetime import date

from manumit.values.packaged_codes import family

_READ = date(2026, 11, 26)
_table = family(
    "namus.csv",
    source="NamUs (US Department of Justice, NIJ), code lists as its case documents serve them",
    as_of=_READ,
)

PUBLICATION_STATUS = _table("publication_status", "NamUs publication status")
SEX = _table("sex", "NamUs sex")
ETHNICITY = _table("ethnicity", "NamUs ethnicity")
PRIMARY_ETHNICITY = _table("primary_ethnicity", "NamUs primary ethnicity")
HAIR_COLOR = _table("hair_color", "NamUs hair color")
EYE_COLOR = _table("eye_color", "NamUs eye color")
PHYSICAL_FEATURE = _table("physical_feature", "NamUs physical feature")
ARTICLE = _table("article", "NamUs article")
ARTICLE_LOCATION = _table("article_location", "NamUs article location")
CONDITION_OF_REMAINS = _table("condition_of_remains", "NamUs condition of remains")
REMAINS_STATUS = _table("remains_status", "NamUs remains status")
ESTIMATED_AGE_GROUP = _table("estimated_age_group", "NamUs estimated age group")
MEASURE_CERTAINTY = _table("measure_certainty", "NamUs measure certainty")
INTERVAL_UNIT = _table("interval_unit", "NamUs interval unit")
YES_NO_UNKNOWN = _table("yes_no_unknown", "NamUs yes no unknown")
AGENCY_TYPE = _table("agency_type", "NamUs agency type")
JURISDICTION = _table("jurisdiction", "NamUs jurisdiction")
CONTRIBUTOR_RELATIONSHIP = _table("contributor_relationship", "NamUs contributor relationship")
PHONE_TYPE = _table("phone_type", "NamUs phone type")
FILE_CATEGORY_MISSING = _table("file_category_missing", "NamUs file category missing")
FILE_CATEGORY_FOUND = _table("file_category_found", "NamUs file category found")
STATE = _table("state", "NamUs state")
VEHICLE_STYLE = _table("vehicle_style", "NamUs vehicle style")
VEHICLE_COLOR = _table("vehicle_color", "NamUs vehicle color")

NAMUS_TABLES = (
    PUBLICATION_STATUS,
    SEX,
    ETHNICITY,
    PRIMARY_ETHNICITY,
    HAIR_COLOR,
    EYE_COLOR,
    PHYSICAL_FEATURE,
    ARTICLE,
    ARTICLE_LOCATION,
    CONDITION_OF_REMAINS,
    REMAINS_STATUS,
    ESTIMATED_AGE_GROUP,
    MEASURE_CERTAINTY,
    INTERVAL_UNIT,
    YES_NO_UNKNOWN,
    AGENCY_TYPE,
    JURISDICTION,
    CONTRIBUTOR_RELATIONSHIP,
    PHONE_TYPE,
    FILE_CATEGORY_MISSING,
    FILE_CATEGORY_FOUND,
    STATE,
    VEHICLE_STYLE,
    VEHICLE_COLOR,
)
"""Every table of this file, in its order."""
