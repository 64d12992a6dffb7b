"""Vocabularies of identity. Each is stored as its value; labels are shown to people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgencyKind(models.TextChoices):
    """Level of government an agency belongs to, or that it serves victims."""

    TRIBAL = "tribal", _("Tribal")
    FEDERAL = "federal", _("Federal")
    STATE = "state", _("State")
    LOCAL = "local", _("Local")
    SERVICE_PROVIDER = "service_provider", _("Service provider")


class Role(models.TextChoices):
    """What a person does in an agency. The policies say what each role may do."""

    INVESTIGATOR = "investigator", _("Investigator")
    SUPERVISOR = "supervisor", _("Supervisor")
    ANALYST = "analyst", _("Analyst")
    INTAKE = "intake", _("Intake officer")
    TRIAGE = "triage", _("Triage of tips")
    ADMINISTRATOR = "administrator", _("Administrator")
    AUDITOR = "auditor", _("Auditor")
    OPERATOR = "operator", _("Operator of this installation")
    PLAN_CONTACT = "plan_contact", _("Action plan contact")
    PLAN_LEAD = "plan_lead", _("Action plan lead")
    SECRETARIAT = "secretariat", _("Secretariat of the action plan")
    COUNCIL = "council", _("Survivors' advisory council")
    CONSULTANT = "consultant", _("Expert consultant with lived experience")
    PRESENCE_SPONSOR = "presence_sponsor", _("Federal sponsor of Continued Presence")
    PRESENCE_INTAKE = "presence_intake", _("Continued Presence: intake")
    PRESENCE_REVIEWER = "presence_reviewer", _("Continued Presence: reviewer")
    PRESENCE_DECIDER = "presence_decider", _("Continued Presence: decides")
    PRESENCE_OVERSIGHT = "presence_oversight", _("Continued Presence: oversight for victims")
    PRESENCE_COUNSEL = "presence_counsel", _("Representative a victim chose")


class Purpose(models.TextChoices):
    """Why a person uses the system in this session: part of each decision and log line."""

    INVESTIGATION = "investigation", _("Investigation")
    SUPERVISION = "supervision", _("Supervision")
    RECORDS = "records", _("Keeping records")
    AUDIT = "audit", _("Audit")
    TRAINING = "training", _("Training")
