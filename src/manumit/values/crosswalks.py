"""Crosswalks between the catalogue's vocabularies and the published lists, and between published lists.

`left` is the catalogue's own table where there is one. `X.forward(code)` leads from left to right, `X.backward(code)`
back; see `manumit.values.crosswalk` for what crossing means. Pairs stand in `tables/crosswalks.csv`.
"""

from __future__ import annotations

from functools import cache, partial

from manumit.values.code_table import CodeTable
from manumit.values.crosswalk import Agreement, Crosswalk, Pair
from manumit.values.packaged_codes import packaged_rows
from manumit.values.tables import catalogue, htcds, namus, ncic, nibrs, niem
from manumit.values.tables.countries import COUNTRY
from manumit.values.tables.race import RACE
from manumit.values.tables.sex import SEX
from manumit.values.tables.us_states import US_STATES


def _walk(key: str, left: CodeTable, right: CodeTable) -> Crosswalk:
    return Crosswalk(f"{left.name} to {right.name}", left, right, partial(_pairs_of, key))


def _pairs_of(key: str) -> tuple[Pair, ...]:
    return _pairs()[key]


@cache
def _pairs() -> dict[str, tuple[Pair, ...]]:
    pairs: dict[str, tuple[Pair, ...]] = {}
    for row in packaged_rows("crosswalks.csv"):
        pair = Pair(row["left"], row["right"], Agreement(row["agreement"]), row["note"])
        pairs[row["crosswalk"]] = (*pairs.get(row["crosswalk"], ()), pair)
    return pairs


RACE_NAMUS = _walk("race_namus", RACE, namus.ETHNICITY)
RACE_NCIC = _walk("race_ncic", RACE, ncic.RACE)
RACE_NIEM = _walk("race_niem", RACE, niem.RACE)
RACE_NIBRS = _walk("race_nibrs", RACE, nibrs.RACE)
SEX_NAMUS = _walk("sex_namus", SEX, namus.SEX)
SEX_NCIC = _walk("sex_ncic", SEX, ncic.SEX)
SEX_NIEM = _walk("sex_niem", SEX, niem.SEX)
SEX_HTCDS = _walk("sex_htcds", SEX, htcds.GENDER)
EYE_COLOR_NAMUS = _walk("eye_color_namus", catalogue.EYE_COLOR, namus.EYE_COLOR)
EYE_COLOR_NCIC = _walk("eye_color_ncic", catalogue.EYE_COLOR, ncic.EYE_COLOR)
EYE_COLOR_NIEM = _walk("eye_color_niem", catalogue.EYE_COLOR, niem.EYE_COLOR)
HAIR_COLOR_NAMUS = _walk("hair_color_namus", catalogue.HAIR_COLOR, namus.HAIR_COLOR)
HAIR_COLOR_NCIC = _walk("hair_color_ncic", catalogue.HAIR_COLOR, ncic.HAIR_COLOR)
HAIR_COLOR_NIEM = _walk("hair_color_niem", catalogue.HAIR_COLOR, niem.HAIR_COLOR)
SKIN_TONE_NCIC = _walk("skin_tone_ncic", catalogue.SKIN_TONE, ncic.SKIN_TONE)
SKIN_TONE_NIEM = _walk("skin_tone_niem", catalogue.SKIN_TONE, niem.SKIN_TONE)
BLOOD_TYPE_NCIC = _walk("blood_type_ncic", catalogue.BLOOD_TYPE, ncic.BLOOD_TYPE)
BLOOD_TYPE_NIEM = _walk("blood_type_niem", catalogue.BLOOD_TYPE, niem.BLOOD_TYPE)
BODY_FEATURE_NAMUS = _walk("body_feature_namus", catalogue.BODY_FEATURE_KIND, namus.PHYSICAL_FEATURE)
BELONGING_KIND_NAMUS = _walk("belonging_kind_namus", catalogue.BELONGING_KIND, namus.ARTICLE)
BELONGING_PLACE_NAMUS = _walk("belonging_place_namus", catalogue.BELONGING_PLACE, namus.ARTICLE_LOCATION)
CONDITION_OF_REMAINS_NAMUS = _walk(
    "condition_of_remains_namus", catalogue.CONDITION_OF_REMAINS, namus.CONDITION_OF_REMAINS
)
REMAINS_STATUS_NAMUS = _walk("remains_status_namus", catalogue.REMAINS_STATUS, namus.REMAINS_STATUS)
INTERVAL_UNIT_NAMUS = _walk("interval_unit_namus", catalogue.INTERVAL_UNIT, namus.INTERVAL_UNIT)
ESTIMATED_AGE_GROUP_NAMUS = _walk("estimated_age_group_namus", catalogue.ESTIMATED_AGE_GROUP, namus.ESTIMATED_AGE_GROUP)
MEASURE_CERTAINTY_NAMUS = _walk("measure_certainty_namus", catalogue.MEASURE_CERTAINTY, namus.MEASURE_CERTAINTY)
YES_NO_UNKNOWN_NAMUS = _walk("yes_no_unknown_namus", catalogue.YES_NO_UNKNOWN, namus.YES_NO_UNKNOWN)
AGENCY_TYPE_NAMUS = _walk("agency_type_namus", catalogue.AGENCY_TYPE, namus.AGENCY_TYPE)
JURISDICTION_LEVEL_NAMUS = _walk("jurisdiction_level_namus", catalogue.JURISDICTION_LEVEL, namus.JURISDICTION)
VEHICLE_STYLE_NAMUS = _walk("vehicle_style_namus", catalogue.VEHICLE_STYLE, namus.VEHICLE_STYLE)
VEHICLE_COLOR_NAMUS = _walk("vehicle_color_namus", catalogue.VEHICLE_COLOR, namus.VEHICLE_COLOR)
VEHICLE_COLOR_NCIC = _walk("vehicle_color_ncic", catalogue.VEHICLE_COLOR, ncic.VEHICLE_COLOR)
MISSING_CATEGORY_NCIC = _walk("missing_category_ncic", catalogue.MISSING_CATEGORY, ncic.MESSAGE_KEY)
MISSING_CIRCUMSTANCE_NCIC = _walk(
    "missing_circumstance_ncic", catalogue.MISSING_CIRCUMSTANCE, ncic.MISSING_CIRCUMSTANCE
)
ALERT_KIND_NCIC = _walk("alert_kind_ncic", catalogue.ALERT_KIND, ncic.MISSING_ENTRY)
NAME_TYPE_NIEM = _walk("name_type_niem", catalogue.NAME_TYPE, niem.NAME_CATEGORY)
STATE_NAMUS = _walk("state_namus", US_STATES, namus.STATE)
STATE_NCIC = _walk("state_ncic", US_STATES, ncic.STATE)
TERRITORY_NCIC = _walk("territory_ncic", US_STATES, ncic.TERRITORY)
TRAFFICKING_STATUS_HTCDS = _walk("trafficking_status_htcds", catalogue.TRAFFICKING_STATUS, htcds.TRAFFICKING_STATUS)
EXPLOITATION_KIND_HTCDS = _walk("exploitation_kind_htcds", catalogue.EXPLOITATION_KIND, htcds.TYPE_OF_EXPLOITATION)
SEX_EXPLOITATION_KIND_HTCDS = _walk(
    "sex_exploitation_kind_htcds", catalogue.SEX_EXPLOITATION_KIND, htcds.TYPE_OF_SEX_EXPLOITATION
)
METHOD_OF_CONTROL_HTCDS = _walk("method_of_control_htcds", catalogue.METHOD_OF_CONTROL, htcds.METHODS_OF_CONTROL)
RECRUITMENT_METHOD_HTCDS = _walk("recruitment_method_htcds", catalogue.RECRUITMENT_METHOD, htcds.METHOD_OF_RECRUITMENT)
TRAFFICKER_RELATION_HTCDS = _walk(
    "trafficker_relation_htcds", catalogue.TRAFFICKER_RELATION, htcds.RELATIONSHIP_TO_TRAFFICKER
)
VULNERABILITY_HTCDS = _walk("vulnerability_htcds", catalogue.VULNERABILITY, htcds.VULNERABILITIES)
INDUSTRY_HTCDS = _walk("industry_htcds", catalogue.INDUSTRY, htcds.FORCED_LABOUR_INDUSTRY)
ONLINE_PLATFORM_HTCDS = _walk("online_platform_htcds", catalogue.ONLINE_PLATFORM, htcds.WEBSITES_AND_APPS)
INDUSTRY_NIEM = _walk("industry_niem", catalogue.INDUSTRY, niem.INDUSTRY)
SEX_EXPLOITATION_KIND_NIEM = _walk("sex_exploitation_kind_niem", catalogue.SEX_EXPLOITATION_KIND, niem.INDUSTRY)
OFFENSE_NIEM = _walk("offense_niem", nibrs.OFFENSE, niem.OFFENSE)
EXCEPTIONAL_CLEARANCE_NIEM = _walk(
    "exceptional_clearance_niem", nibrs.EXCEPTIONAL_CLEARANCE, niem.EXCEPTIONAL_CLEARANCE
)
FORCE_NIEM = _walk("force_niem", nibrs.FORCE, niem.FORCE)
VICTIM_CATEGORY_NIEM = _walk("victim_category_niem", nibrs.VICTIM_CATEGORY, niem.VICTIM_CATEGORY)
RELATIONSHIP_TO_OFFENDER_NIBRS = _walk(
    "relationship_to_offender_nibrs", ncic.RELATIONSHIP_TO_OFFENDER, nibrs.RELATIONSHIP_TO_OFFENDER
)
COUNTRY_NCIC = _walk("country_ncic", COUNTRY, ncic.COUNTRY)

CROSSWALKS = (
    RACE_NAMUS,
    RACE_NCIC,
    RACE_NIEM,
    RACE_NIBRS,
    SEX_NAMUS,
    SEX_NCIC,
    SEX_NIEM,
    SEX_HTCDS,
    EYE_COLOR_NAMUS,
    EYE_COLOR_NCIC,
    EYE_COLOR_NIEM,
    HAIR_COLOR_NAMUS,
    HAIR_COLOR_NCIC,
    HAIR_COLOR_NIEM,
    SKIN_TONE_NCIC,
    SKIN_TONE_NIEM,
    BLOOD_TYPE_NCIC,
    BLOOD_TYPE_NIEM,
    BODY_FEATURE_NAMUS,
    BELONGING_KIND_NAMUS,
    BELONGING_PLACE_NAMUS,
    CONDITION_OF_REMAINS_NAMUS,
    REMAINS_STATUS_NAMUS,
    INTERVAL_UNIT_NAMUS,
    ESTIMATED_AGE_GROUP_NAMUS,
    MEASURE_CERTAINTY_NAMUS,
    YES_NO_UNKNOWN_NAMUS,
    AGENCY_TYPE_NAMUS,
    JURISDICTION_LEVEL_NAMUS,
    VEHICLE_STYLE_NAMUS,
    VEHICLE_COLOR_NAMUS,
    VEHICLE_COLOR_NCIC,
    MISSING_CATEGORY_NCIC,
    MISSING_CIRCUMSTANCE_NCIC,
    ALERT_KIND_NCIC,
    NAME_TYPE_NIEM,
    STATE_NAMUS,
    STATE_NCIC,
    TERRITORY_NCIC,
    TRAFFICKING_STATUS_HTCDS,
    EXPLOITATION_KIND_HTCDS,
    SEX_EXPLOITATION_KIND_HTCDS,
    METHOD_OF_CONTROL_HTCDS,
    RECRUITMENT_METHOD_HTCDS,
    TRAFFICKER_RELATION_HTCDS,
    VULNERABILITY_HTCDS,
    INDUSTRY_HTCDS,
    ONLINE_PLATFORM_HTCDS,
    INDUSTRY_NIEM,
    SEX_EXPLOITATION_KIND_NIEM,
    OFFENSE_NIEM,
    EXCEPTIONAL_CLEARANCE_NIEM,
    FORCE_NIEM,
    VICTIM_CATEGORY_NIEM,
    RELATIONSHIP_TO_OFFENDER_NIBRS,
    COUNTRY_NCIC,
)
"""Every crosswalk, in the order of the file."""
