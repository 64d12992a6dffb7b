"""Vocabularies of suspects. A member is never dropped, only retired."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Standing(TextChoices):
    """What a person is to the investigation. Source: the roles of a person in a case of the catalogue's domain facts.

    A person of interest is no suspect: each step from one to the other is taken by a person and has its reason.
    """

    PERSON_OF_INTEREST = "person_of_interest", _("Person of interest")
    SUSPECT = "suspect", _("Suspect")
    ARRESTED = "arrested", _("Arrested")
    CHARGED = "charged", _("Charged")
    CONCLUDED = "concluded", _("Proceedings concluded")
    CLEARED = "cleared", _("Cleared: no longer under suspicion")


class Under18(TextChoices):
    """Whether the person was, or may have been, under 18 when the acts were done. What is not known is a child's."""

    YES = "yes", _("Yes, or it may be")
    NO = "no", _("No, the person was an adult")
    UNKNOWN = "unknown", _("Not known")


class ForcedCriminality(TextChoices):
    """Whether somebody under 18 may have been forced to do what they are suspected of.

    Source: the non-punishment principle of trafficking law (22 USC 7101(b)(19)), cited from knowledge.
    """

    POSSIBLE = "possible", _("It is possible that they were forced")
    NO_SIGN = "no_sign", _("Considered, and no sign of it was found")


class Outcome(TextChoices):
    """How proceedings ended. Source: dispositions of criminal history records."""

    CONVICTED = "convicted", _("Convicted")
    PLEADED = "pleaded", _("Pleaded guilty or no contest")
    ACQUITTED = "acquitted", _("Acquitted")
    DISMISSED = "dismissed", _("Dismissed")
    DECLINED = "declined", _("Prosecution declined")
    DIVERTED = "diverted", _("Diverted or deferred")
    TRANSFERRED = "transferred", _("Transferred to another jurisdiction")
    DIED = "died", _("The person died")


FREE = (Outcome.ACQUITTED, Outcome.DISMISSED, Outcome.DECLINED, Outcome.DIED)
"""Outcomes after which nobody is matched any more."""


class Jurisdiction(TextChoices):
    """Whose law a charge rests on."""

    FEDERAL = "federal", _("Federal")
    STATE = "state", _("State")
    TRIBAL = "tribal", _("Tribal")
    FOREIGN = "foreign", _("Foreign")


class Disposition(TextChoices):
    """What became of one charge. Source: dispositions of criminal history records."""

    PENDING = "pending", _("Pending")
    CONVICTED = "convicted", _("Convicted")
    PLEADED = "pleaded", _("Pleaded guilty or no contest")
    ACQUITTED = "acquitted", _("Acquitted")
    DISMISSED = "dismissed", _("Dismissed")
    DECLINED = "declined", _("Declined")
    DIVERTED = "diverted", _("Diverted or deferred")


class Hearing(TextChoices):
    """What a court date is for. Source: the stages of federal and state criminal procedure."""

    INITIAL = "initial", _("Initial appearance")
    DETENTION = "detention", _("Detention or bail hearing")
    PRELIMINARY = "preliminary", _("Preliminary hearing")
    ARRAIGNMENT = "arraignment", _("Arraignment")
    MOTION = "motion", _("Motion hearing")
    PLEA = "plea", _("Plea")
    TRIAL = "trial", _("Trial")
    SENTENCING = "sentencing", _("Sentencing")
    RELEASE = "release", _("Release or revocation hearing")
    PAROLE = "parole", _("Parole hearing")
    OTHER = "other", _("Other")


class CourtDateState(TextChoices):
    """Where a court date stands."""

    SET = "set", _("Set")
    HELD = "held", _("Held")
    MOVED = "moved", _("Moved to another day")
    VACATED = "vacated", _("Vacated")


class DocumentKind(TextChoices):
    """What a document or official number is. Source: NCIC wanted-person identifiers."""

    LICENSE = "license", _("Driver's license")
    STATE_ID = "state_id", _("State identity card")
    TRIBAL_ID = "tribal_id", _("Tribal identity card")
    PASSPORT = "passport", _("Passport")
    ALIEN = "alien", _("Alien registration number")
    SOCIAL = "social", _("Social Security number")
    FBI = "fbi", _("FBI number")
    STATE_NUMBER = "state_number", _("State identification number")
    OTHER = "other", _("Other")


class NoticeEvent(TextChoices):
    """Of what victims are told. Source: 34 USC 20141(c)(3); the table is `victim_notices.py`."""

    ARREST = "arrest", _("Arrest")
    CHARGES = "charges", _("Charges filed")
    COURT_DATE = "court_date", _("Court date set or moved")
    RELEASE = "release", _("Release or detention")
    VERDICT = "verdict", _("Plea or verdict")
    SENTENCE = "sentence", _("Sentence")


class ToldBy(TextChoices):
    """How victims were told, or why nobody was. Source: practice of victim and witness offices."""

    TELEPHONE = "telephone", _("By telephone")
    LETTER = "letter", _("By letter")
    MAIL = "mail", _("By electronic mail")
    IN_PERSON = "in_person", _("In person")
    SYSTEM = "system", _("By a victim notification system")
    OTHERS = "others", _("By the prosecutor or another agency")
    NOT_WISHED = "not_wished", _("They do not wish to be told")
    NOBODY = "nobody", _("No victim is known or can be reached")
