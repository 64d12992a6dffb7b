"""Vocabularies of a person in a case."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.coded import labels

_sex = labels("SEX", "manumit.values.tables.sex")
_race = labels("RACE", "manumit.values.tables.race")


class PersonRole(TextChoices):
    """What a person is in a case. Source: NamUs and NIBRS; suspects come with a later version."""

    MISSING = "missing", _("Missing person")
    VICTIM = "victim", _("Victim")
    DECEDENT_UNIDENTIFIED = "decedent_unidentified", _("Unidentified decedent")
    DECEDENT_UNCLAIMED = "decedent_unclaimed", _("Deceased, unclaimed")
    WITNESS = "witness", _("Witness")
    FAMILY = "family", _("Family")
    REPORTING_PARTY = "reporting_party", _("Reporting party")


class Sex(TextChoices):
    """Sex as recorded. Source: NamUs `sex` (Male, Female, Unsure, Other); `unknown` where nobody recorded it."""

    MALE = "male", _sex("male")
    FEMALE = "female", _sex("female")
    UNSURE = "unsure", _sex("unsure")
    OTHER = "other", _sex("other")
    UNKNOWN = "unknown", _sex("unknown")


class Race(TextChoices):
    """Race or ethnicity as reported. Source: NamUs `ethnicities`, codes 1 to 8. Misclassification is common."""

    WHITE = "white", _race("white")
    BLACK = "black", _race("black")
    HISPANIC = "hispanic", _race("hispanic")
    ASIAN = "asian", _race("asian")
    AMERICAN_INDIAN = "american_indian", _race("american_indian")
    PACIFIC_ISLANDER = "pacific_islander", _race("pacific_islander")
    OTHER = "other", _race("other")
    UNCERTAIN = "uncertain", _race("uncertain")
