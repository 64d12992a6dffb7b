"""Vocabularies of exploitation."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TraffickingStatus(TextChoices):
    """Whether somebody is a victim of trafficking. Source: HTCDS 2.0 `TraffickingStatus`."""

    POSSIBLE = "possible", _("Possible victim")
    ACTUAL = "actual", _("Victim")
    NOT_VICTIM = "not_victim", _("Not a victim")
    UNKNOWN = "unknown", _("Not yet judged")


class ExploitationKind(TextChoices):
    """How a person is exploited. Source: HTCDS 2.0 `TypeOfExploitation`."""

    FORCED_LABOR = "forced_labor", _("Forced labor")
    SEXUAL = "sexual", _("Sexual exploitation")
    CHILD_LABOR = "child_labor", _("Child labor")
    FORCED_MARRIAGE = "forced_marriage", _("Forced marriage")
    SERVITUDE = "servitude", _("Servitude")
    FORCED_MILITARY = "forced_military", _("Forced military service by armed groups")
    ORGAN_REMOVAL = "organ_removal", _("Removal of organs")
    FORCED_BEGGING = "forced_begging", _("Forced begging")
    FORCED_ADOPTION = "forced_adoption", _("Forced adoption")
    SURROGACY = "surrogacy", _("Surrogacy")
    OTHER = "other", _("Other")


class SexExploitationKind(TextChoices):
    """Form of sexual exploitation. Source: HTCDS 2.0 `TypeOfSexExploitation`."""

    PROSTITUTION = "prostitution", _("Prostitution")
    PORNOGRAPHY = "pornography", _("Pornography")
    REMOTE = "remote", _("Remote interactive services")
    PRIVATE = "private", _("Private sexual services")


class MethodOfControl(TextChoices):
    """How a person is held. Source: HTCDS 2.0 `MethodsOfControl`."""

    PHYSICAL_THREATS = "physical_threats", _("Threats of violence")
    THREATS_LAW_ENFORCEMENT = "threats_law_enforcement", _("Threats of the police")
    THREATS_FAMILY = "threats_family", _("Threats against family")
    DEBT_BONDAGE = "debt_bondage", _("Debt bondage")
    FALSE_PROMISES = "false_promises", _("False promises")
    PHYSICAL_ABUSE = "physical_abuse", _("Physical abuse")
    SEXUAL_ABUSE = "sexual_abuse", _("Sexual abuse")
    TAKES_EARNINGS = "takes_earnings", _("Takes earnings")
    RESTRICTS_FINANCES = "restricts_finances", _("Restricts access to money")
    RESTRICTS_MEDICAL = "restricts_medical", _("Restricts medical care")
    WITHHOLDS_NECESSITIES = "withholds_necessities", _("Withholds necessities")
    PSYCHOLOGICAL_ABUSE = "psychological_abuse", _("Psychological abuse")
    PSYCHOACTIVE_SUBSTANCE = "psychoactive_substance", _("Drugs or alcohol")
    EXCESSIVE_HOURS = "excessive_hours", _("Excessive working hours")
    WITHHOLDS_DOCUMENTS = "withholds_documents", _("Withholds documents")
    OTHER = "other", _("Other")


class RecruitmentMethod(TextChoices):
    """How a person was recruited. Source: HTCDS 2.0 `MethodOfRecruitment`."""

    BUSINESS = "business", _("At a place of business")
    SCHOOL = "school", _("At a school or college")
    WORK = "work", _("At work")
    SOCIAL_NETWORKS = "social_networks", _("Through online social networks")
    ONLINE_ADVERTISEMENT = "online_advertisement", _("Through an online advertisement")
    TELEVISION = "television", _("Through television")
    NEWSPAPER = "newspaper", _("Through a newspaper")
    FAMILY = "family", _("Through family")
    FRIENDS = "friends", _("Through friends")
    OTHER = "other", _("Other")


class Relationship(TextChoices):
    """Relation of victim and trafficker before. Source: HTCDS 2.0 `RelationshipToTrafficker`."""

    FAMILIAL = "familial", _("Family")
    ACQUAINTED = "acquainted", _("Acquainted")
    UNACQUAINTED = "unacquainted", _("Not acquainted")
    UNKNOWN = "unknown", _("Not known")


class Vulnerability(TextChoices):
    """What was used against a person. Source: HTCDS 2.0 `Vulnerabilities`."""

    ADDICTION = "addiction", _("Addiction")
    SOCIAL_GROUP = "social_group", _("Social group")
    DISCRIMINATION = "discrimination", _("Discrimination")
    POVERTY = "poverty", _("Poverty")
    DISABILITY = "disability", _("Disability or ill health")
    MENTAL_HEALTH = "mental_health", _("Mental health")
    MIGRATION = "migration", _("Migration")
    HOMELESSNESS = "homelessness", _("Homelessness")
    ABUSE_SOCIAL_MEDIA = "abuse_social_media", _("Abuse through social media")
    ABUSE_PHYSICAL = "abuse_physical", _("Physical abuse")
    EDUCATION = "education", _("Education")
    WORK_ENVIRONMENT = "work_environment", _("Working conditions")


class Industry(TextChoices):
    """Industry of forced labor. Source: ISIC Rev. 4 sections, as HTCDS 2.0 uses them."""

    AGRICULTURE = "agriculture", _("Agriculture, forestry and fishing")
    MINING = "mining", _("Mining and quarrying")
    MANUFACTURING = "manufacturing", _("Manufacturing")
    ENERGY = "energy", _("Electricity, gas, steam and air conditioning")
    WATER_WASTE = "water_waste", _("Water supply, sewerage and waste")
    CONSTRUCTION = "construction", _("Construction")
    TRADE = "trade", _("Wholesale and retail trade, repair of vehicles")
    TRANSPORTATION = "transportation", _("Transportation and storage")
    HOSPITALITY = "hospitality", _("Accommodation and food service")
    INFORMATION = "information", _("Information and communication")
    FINANCE = "finance", _("Finance and insurance")
    REAL_ESTATE = "real_estate", _("Real estate")
    PROFESSIONAL = "professional", _("Professional, scientific and technical services")
    ADMINISTRATIVE = "administrative", _("Administrative and support services")
    PUBLIC_ADMINISTRATION = "public_administration", _("Public administration and defense")
    EDUCATION = "education", _("Education")
    HEALTH = "health", _("Health and social work")
    ARTS = "arts", _("Arts, entertainment and recreation")
    OTHER_SERVICES = "other_services", _("Other services")
    HOUSEHOLDS = "households", _("Households as employers")
    EXTRATERRITORIAL = "extraterritorial", _("Organizations outside any territory")
    UNKNOWN = "unknown", _("Not known")
