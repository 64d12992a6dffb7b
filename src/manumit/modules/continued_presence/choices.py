"""Vocabularies of Continued Presence, each with its source."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where a request stands. Source: stages of the published process; procedure.py moves between them."""

    DRAFT = "draft", _("Draft")
    CONCURRENCE = "concurrence", _("With the supervisor")
    SPONSOR_REVIEW = "sponsor_review", _("With the federal sponsor")
    SUBMITTED = "submitted", _("Received by DHS")
    INTAKE_CHECK = "intake_check", _("Intake check")
    INFORMATION = "information", _("More information asked for")
    VETTING = "vetting", _("Vetting and review")
    DECISION = "decision", _("Waits for the decision")
    GRANTED = "granted", _("Granted, papers under way")
    DENIED = "denied", _("Denied")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    ACTIVE = "active", _("Active")
    EXTENSION = "extension", _("Extension asked for")
    REVOCATION = "revocation", _("Revocation proposed")
    REVOKED = "revoked", _("Revoked")
    SUPERSEDED = "superseded", _("Another status took its place")
    ENDED = "ended", _("Ended")
    EXPIRED = "expired", _("Expired")


class Power(models.TextChoices):
    """What an agency is for in this process. Source: roles of the published process; an install's own rows."""

    SPONSOR = "sponsor", _("Federal sponsor of a region")
    DECIDER = "decider", _("Receives and decides requests")


class GrantKind(models.TextChoices):
    """Whether a grant is the first or prolongs one. Source: 22 USC 7105(c)(3)."""

    FIRST = "first", _("First grant")
    EXTENSION = "extension", _("Extension")


class MessageKind(models.TextChoices):
    """Which side speaks in a thread. Source: the request for information of the published process."""

    QUESTION = "question", _("Question of DHS")
    ANSWER = "answer", _("Answer of the agency")


TRAFFICKING = (
    ("sex", _("Sex trafficking")),
    ("labor", _("Labor trafficking")),
    ("both", _("Both")),
)
"""Severe forms of trafficking in persons. Source: 22 USC 7102(11)."""
YES_NO_UNKNOWN = (("yes", _("Yes")), ("no", _("No")), ("unknown", _("Not known")))
SEX = (("female", _("Female")), ("male", _("Male")), ("another", _("Another")), ("unknown", _("Not known")))
SEX_ACTS = (
    ("recruit", _("Recruited them")), ("harbor", _("Housed or hid them")), ("transport", _("Moved them")),
    ("provide", _("Handed them over to others")), ("obtain", _("Took them from others")),
    ("patronize", _("Paid for them")), ("solicit", _("Offered or asked for them")),
)  # fmt: skip
"""Acts. Source: 22 USC 7102(11) and (12); the last two for sex trafficking only."""
MEANS = (
    ("force", _("Force: beaten, held, raped, drugged, watched")),
    ("fraud", _("Fraud: lied to about work, pay, marriage or papers")),
    ("coercion", _("Coercion: threats, debts, papers taken, threats of arrest or deportation")),
)
"""Means. Source: 22 USC 7102(3) and (11)."""
PURPOSES = (
    ("sex_act", _("A sex act for which anything of value was given")),
    ("servitude", _("Involuntary servitude")), ("peonage", _("Peonage")), ("debt_bondage", _("Debt bondage")),
    ("slavery", _("Slavery")),
)  # fmt: skip
"""Purposes. Source: 22 USC 7102(4), (7), (8) and (11)."""
INVESTIGATION = (
    ("open", _("Under investigation")), ("charged", _("Charges are filed")), ("trial", _("In trial")),
    ("closed", _("Closed")),
)  # fmt: skip
RIGHTS = (
    ("may_refuse", _("They may say no to this request, and to an interview")),
    ("not_charged", _("This does not depend on charges, or on a conviction")),
    ("counsel", _("They may have a lawyer, and where to find one")),
    ("services", _("What help there is: shelter, a doctor, money, work papers")),
    ("travel", _("They may lose this protection if they leave the country without asking first")),
    ("privacy", _("Who will see what they say")),
)
"""What a victim is told before a request. Source: 22 USC 7105(c)(2); 34 USC 20141(c); published guidance of ICE."""
ENTRY = (
    ("visa", _("With a visa")), ("parole", _("With parole")), ("without", _("Without inspection")),
    ("other", _("In another way")), ("unknown", _("Not known")),
)  # fmt: skip
CHECKS = (("ncic", _("NCIC")), ("cbp", _("CBP entries and exits")), ("ident", _("Fingerprints (IDENT)")))
"""Background checks of vetting. Source: content of the published process, not verified."""
FILE_KINDS = (
    ("photo", _("Photograph")), ("identity", _("Page of a passport or card")), ("sheet", _("Biographical sheet")),
    ("permit", _("Data for the work permit")), ("entry", _("Data for the I-94")), ("other", _("Something else")),
)  # fmt: skip
"""What is attached. Source: content of the published process, not verified."""
RELATIONS = (
    ("spouse", _("Husband or wife")), ("child", _("Child")), ("parent", _("Parent")),
    ("sibling", _("Brother or sister under 18, not married")),
)  # fmt: skip
"""Whom parole may reach. Source: 22 USC 7105(c)(3), not verified."""
WAYS = (
    ("person", _("Given in person")), ("post", _("By post to the safe address")), ("secure", _("By a secure channel")),
    ("phone", _("Told by telephone")),
)  # fmt: skip
"""How a paper or a message reached somebody; an install's own words."""
