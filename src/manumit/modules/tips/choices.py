"""Vocabularies of tips. A member is never dropped, only retired."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """How a tip came. Source: the channels of leads and tips in the catalogue's domain facts."""

    PUBLIC = "public", _("Public page")
    PHONE = "phone", _("Telephone")
    EMAIL = "email", _("Forwarded e-mail")
    TEXT = "text", _("Text message")
    WALK_IN = "walk_in", _("In person")
    HOTLINE = "hotline", _("Referred by a hotline")
    OFFICER = "officer", _("Heard by an officer")


TAKEN_BY_STAFF = tuple(choice for choice in Channel.choices if choice[0] not in {"public", "email"})
"""The channels of which an officer writes the tip down."""


class Danger(TextChoices):
    """Whether the giver says that somebody is in danger now. What was not answered is not known."""

    YES = "yes", _("Yes, now")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("I do not know")


class Priority(TextChoices):
    """How soon a triaged tip is worked on. Source: the priorities of leads in the catalogue's domain facts."""

    IMMEDIATE = "immediate", _("Immediate")
    HIGH = "high", _("High")
    ROUTINE = "routine", _("Routine")
    INFORMATION = "information", _("For information")


class YesNo(TextChoices):
    """A plain question that nobody has to answer."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("I do not know")


UNTRIAGED = frozenset({"received", "spam"})
"""The states in which nobody but triage knows of a tip; the policy says the same."""


class HandoverState(TextChoices):
    """Where the handing over of a tip stands. Source: practice of case transfer, where the receiver accepts first."""

    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")
