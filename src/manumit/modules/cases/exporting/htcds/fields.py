"""The fields of HTCDS 2.0 that its sheet has, in its order, and those that only its documents have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from manumit.values.code_table import CodeTable
from manumit.values.tables import htcds
from manumit.values.tables.countries import COUNTRY


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its `name` for machines and `label` for people, the `table` of its values, whether it holds `several`.

    `day` marks a date. Source: field standards and spreadsheet of HTCDS 2.0 (IOM), read 26 November 2026.
    """

    name: str
    label: str
    table: CodeTable | None = None
    several: bool = False
    day: bool = False


SHEET = (
    Field("cas_CaseOwner", "Case Owner"),
    Field("prs_Salutation", "Salutation"),
    Field("prs_FirstName", "First Name"),
    Field("prs_SecondName", "Second Name"),
    Field("con_Consent", "Consent"),
    Field("prs_Birthdate", "Birthdate", day=True),
    Field("prs_Gender", "Gender", htcds.GENDER),
    Field("prs_Citizenship", "Citizenship", COUNTRY, several=True),
    Field("prs_Title", "Title"),
    Field("prs_Email", "Email"),
    Field("prs_HomePhone", "Home Phone"),
    Field("prs_MobilePhone", "Mobile Phone"),
    Field("prs_MailingStreet", "Mailing Street"),
    Field("prs_MailingCity", "Mailing City"),
    Field("prs_MailingState", "Mailing State/Province"),
    Field("prs_MailingPostalCode", "Mailing Zip/Postal Code"),
    Field("prs_MailingCountry", "Mailing Country", COUNTRY),
    Field("vic_TraffickingStatus", "Trafficking Status", htcds.TRAFFICKING_STATUS),
    Field(
        "vic_TraffickingStatusDecisionMakingOrg",
        "Trafficking Status Decision Making Organization",
        htcds.TRAFFICKING_STATUS_DECISION_MAKING_ORG,
    ),
    Field("vic_MethodOfRecruitment", "Method of Recruitment", htcds.METHOD_OF_RECRUITMENT, several=True),
    Field("vic_LocationOfRecruitment", "Location of Recruitment"),
    Field("vic_MethodsOfControl", "Methods of Control", htcds.METHODS_OF_CONTROL, several=True),
    Field("vic_TypeOfExploitation", "Type of Exploitation", htcds.TYPE_OF_EXPLOITATION, several=True),
    Field("vic_ForcedLabourIndustry", "Forced Labour Industry", htcds.FORCED_LABOUR_INDUSTRY),
    Field("vic_TypeOfSexExploitation", "Type of Sex Exploitation", htcds.TYPE_OF_SEX_EXPLOITATION, several=True),
    Field("vic_LocationOfExploitation", "Location of Exploitation"),
    Field("cas_Status", "Status", htcds.CASE_STATUS),
    Field("cas_ReferringOrganisation", "Referring Organisation"),
    Field("cas_IncomingReferralDate", "Incoming Referral Date", day=True),
    Field("cas_ReferringPrimaryCaseWorker", "Referring Primary Case Worker"),
    Field("cas_ReasonForIncomingReferral", "Reason for Incoming Referral", htcds.REFERRAL_REASON),
    Field("cas_IncomingReferralDetails", "Incoming Referral Details"),
    Field("cas_ReferredOrganisation", "Referred Organisation"),
    Field("cas_ReferredPrimaryCaseWorker", "Referred Primary Case Worker"),
    Field("cas_ReasonForOutgoingReferral", "Reason for Outgoing Referral", htcds.REFERRAL_REASON),
    Field("cas_OutgoingReferralDate", "Outgoing Referral Date", day=True),
    Field("cas_OutgoingReferralDetails", "Outgoing Referral Details"),
    Field("cas_ReasonForCaseClosure", "Reason for Case Closure"),
)
"""Columns B to AM; A holds the number of the row, AN nothing.

In the published sheet the hidden first row names the five mailing columns in another order than the labels below it,
lacks the name of "Reason for Outgoing Referral" and misspells one: we go by the labels, which people fill in by.
"""

ALSO = (
    Field("prs_MiddleName", "Middle Name"),
    Field("vic_RelationshipToTrafficker", "Relationship to Trafficker", htcds.RELATIONSHIP_TO_TRAFFICKER),
    Field("vic_AgeWhenTrafficked", "Age when Trafficked"),
    Field("vic_RecruitmentWebsitesAndApps", "Recruitment Websites and Apps", htcds.WEBSITES_AND_APPS, several=True),
    Field("vic_ExploitationWebsitesAndApps", "Exploitation Websites and Apps", htcds.WEBSITES_AND_APPS, several=True),
    Field("vic_Vulnerabilities", "Vulnerabilities", htcds.VULNERABILITIES, several=True),
    Field("vic_DetailsOfVulnerabilities", "Details Of Vulnerabilities"),
)
"""Fields of the standard that its sheet has no column for; documents (JSON) carry them."""

FIELDS: Mapping[str, Field] = {field.name: field for field in (*SHEET, *ALSO)}
