"""Vocabularies of exchange. Each is stored as its value; labels are shown to people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgreementState(models.TextChoices):
    """Where an agreement stands. Source: own practice; in force only once both have signed."""

    DRAFT = "draft", _("Draft")
    OFFERED = "offered", _("Offered for signature")
    IN_FORCE = "in_force", _("In force")
    DECLINED = "declined", _("Declined")
    ENDED = "ended", _("Ended")


class TransferState(models.TextChoices):
    """Where a transfer stands. Source: practice of case transfer, where the receiver accepts before it owns."""

    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")


class RequestState(models.TextChoices):
    """Where a request for a release stands. Source: practice of requests between agencies, counter-offer included."""

    ASKED = "asked", _("Asked")
    OFFERED = "offered", _("Less was offered")
    ANSWERED = "answered", _("Answered with a release")
    REFUSED = "refused", _("Refused")
    DECLINED = "declined", _("Offer not accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    LAPSED = "lapsed", _("Lapsed")


class Refusal(models.TextChoices):
    """Why a request is refused. The first is said of what is not held and of what may not be shown alike."""

    NOTHING = "nothing", _("We have nothing that we may show you")
    AUTHORITY = "authority", _("The authority you name does not carry it")
    ELSEWHERE = "elsewhere", _("Ask another agency")
    OTHER = "other", _("In your own words")


class JointState(models.TextChoices):
    """Where joint work stands. Source: practice of task forces, where one agency leads."""

    OPEN = "open", _("Open")
    ENDED = "ended", _("Ended")


class PartnerState(models.TextChoices):
    """Where an agency stands in joint work. Source: by invitation and acceptance, as memoranda of task forces say."""

    INVITED = "invited", _("invited")
    WORKS = "works", _("takes part")
    DECLINED = "declined", _("declined")
    LEFT = "left", _("left")
    ENDED = "ended", _("no more")


class JointAdds(models.TextChoices):
    """What can be written into the log of joint work. Source: own practice."""

    NOTE = "note", _("Note")
    TASK = "task", _("Task")
    FACT = "fact", _("Fact for the record")
