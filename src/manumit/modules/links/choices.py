"""Vocabularies of links. A member is never dropped, only retired."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verdict(TextChoices):
    """What somebody decided of a pair. Source: the dispositions analysts give in ViCAP and in record-linkage review."""

    YES = "yes", _("The same")
    NO = "no", _("Not the same")
    UNSURE = "unsure", _("Cannot tell")


class Reason(TextChoices):
    """On what a decision rests. Source: review practice of linkage services; the rest is said in words."""

    NUMBER = "number", _("A number that only one has")
    NAME_AND_BIRTH = "name_and_birth", _("Name and date of birth")
    LOOKS = "looks", _("Marks, build, eyes")
    TIME_AND_PLACE = "time_and_place", _("When and where")
    EXCLUDED = "excluded", _("Something rules it out")
    TOO_LITTLE = "too_little", _("Too little is known")
    OTHER = "other", _("Something else, as said")


class State(TextChoices):
    """Where a candidate stands by all judgements that hold."""

    WAITING = "waiting", _("Waiting")
    SECOND = "second", _("Waits for a second reviewer")
    CONFIRMED = "confirmed", _("Judged the same")
    REFUSED = "refused", _("Judged not the same")
    UNSURE = "unsure", _("Nobody can tell")
    DISPUTED = "disputed", _("Judged both ways")


class Profile(TextChoices):
    """How things are compared: the profiles of `manumit.linkage`, in words."""

    PERSON = "person", _("The same missing person")
    REMAINS = "remains", _("A missing person and unidentified remains")
    SUSPECT = "suspect", _("The same suspect")
    VEHICLE = "vehicle", _("The same vehicle")
    CONTACT = "contact", _("The same telephone or account")


class Audience(TextChoices):
    """For whom what is known of a pair leaves the house. Source: rule 10 of the architecture."""

    COURT = "court", _("A court, prosecution or defense")
    FAMILY = "family", _("Family")
    PUBLIC = "public", _("The public")


CONSEQUENTIAL = frozenset({Profile.REMAINS})
"""Profiles in which "the same" takes two people: a mistaken identification reaches a family."""
REVIEWERS = 2
LEAST: Mapping[str, int] = {
    Profile.PERSON: 12_000,
    Profile.REMAINS: 3_000,
    Profile.SUSPECT: 9_000,
    Profile.VEHICLE: 9_000,
    Profile.CONTACT: 12_000,
}
"""Millibits of evidence below which no pair is worth a person's time; how much it takes now is `worth.least`."""
MOST = 10
"""Candidates that are shown for one description, the best."""
