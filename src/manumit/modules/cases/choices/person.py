"""Vocabularies of a person in a case."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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

    MALE = "male", _("Male")
    FEMALE = "female", _("Female")
    UNSURE = "unsure", _("Unsure")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Not recorded")


class Race(TextChoices):
    """Race or ethnicity as reported. Source: NamUs `ethnicities`, codes 1 to 8. Misclassification is common."""

    WHITE = "white", _("White")
    BLACK = "black", _("Black or African American")
    HISPANIC = "hispanic", _("Hispanic or Latino")
    ASIAN = "asian", _("Asian")
    AMERICAN_INDIAN = "american_indian", _("American Indian or Alaska Native")
    PACIFIC_ISLANDER = "pacific_islander", _("Hawaiian or Pacific Islander")
    OTHER = "other", _("Other")
    UNCERTAIN = "uncertain", _("Uncertain")
