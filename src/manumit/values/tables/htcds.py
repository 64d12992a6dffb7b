"""Pick lists of the Human Trafficking Case Data Standard 2.0.

Codes are the value names. HTCDS is (c) IOM, CC BY 4.0.
"""

from __future__ import annotations

from datetime import date

from manumit.values.packaged_codes import family

_READ = date(2026, 11, 26)
_table = family("htcds.csv", source="Human Trafficking Case Data Standard 2.0 (IOM), field standards", as_of=_READ)

ORGANIZATION_TYPE = _table("organization_type", "HTCDS organization type")
GENDER = _table("gender", "HTCDS gender")
MARITAL_STATUS = _table("marital_status", "HTCDS marital status")
HIGHEST_LEVEL_OF_EDUCATION = _table("highest_level_of_education", "HTCDS highest level of education")
TRAFFICKING_STATUS = _table("trafficking_status", "HTCDS trafficking status")
TRAFFICKING_STATUS_DECISION_MAKING_ORG = _table(
    "trafficking_status_decision_making_org", "HTCDS who decided on the trafficking status"
)
RELATIONSHIP_TO_TRAFFICKER = _table("relationship_to_trafficker", "HTCDS relationship to trafficker")
WEBSITES_AND_APPS = _table("websites_and_apps", "HTCDS websites and apps")
METHOD_OF_RECRUITMENT = _table("method_of_recruitment", "HTCDS method of recruitment")
METHODS_OF_CONTROL = _table("methods_of_control", "HTCDS methods of control")
TYPE_OF_EXPLOITATION = _table("type_of_exploitation", "HTCDS type of exploitation")
FORCED_LABOUR_INDUSTRY = _table("forced_labour_industry", "HTCDS forced labour industry")
TYPE_OF_SEX_EXPLOITATION = _table("type_of_sex_exploitation", "HTCDS type of sex exploitation")
VULNERABILITIES = _table("vulnerabilities", "HTCDS vulnerabilities")
ROLE_IN_PROCESS = _table("role_in_process", "HTCDS role in process")
CASE_STATUS = _table("case_status", "HTCDS case status")
REFERRAL_REASON = _table("referral_reason", "HTCDS referral reason")
EVENT_TYPE = _table("event_type", "HTCDS event type")
SUPPORT_PLAN_TYPE = _table("support_plan_type", "HTCDS support plan type")

HTCDS_TABLES = (
    ORGANIZATION_TYPE,
    GENDER,
    MARITAL_STATUS,
    HIGHEST_LEVEL_OF_EDUCATION,
    TRAFFICKING_STATUS,
    TRAFFICKING_STATUS_DECISION_MAKING_ORG,
    RELATIONSHIP_TO_TRAFFICKER,
    WEBSITES_AND_APPS,
    METHOD_OF_RECRUITMENT,
    METHODS_OF_CONTROL,
    TYPE_OF_EXPLOITATION,
    FORCED_LABOUR_INDUSTRY,
    TYPE_OF_SEX_EXPLOITATION,
    VULNERABILITIES,
    ROLE_IN_PROCESS,
    CASE_STATUS,
    REFERRAL_REASON,
    EVENT_TYPE,
    SUPPORT_PLAN_TYPE,
)
"""Every table of this file, in its order."""
