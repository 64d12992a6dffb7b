"""The nouns of the action plan."""

from .advice import Advice
from .advice_request import AdviceRequest
from .commitment import Commitment
from .council_comment import CouncilComment
from .due_date import DueDate
from .evidence import Evidence
from .filing import Filing
from .joint_word import JointWord
from .meeting import Meeting
from .meeting_decision import MeetingDecision
from .paid_hours import PaidHours
from .partnership import Partnership
from .partnership_activity import PartnershipActivity
from .partnership_amendment import PartnershipAmendment
from .partnership_contribution import PartnershipContribution
from .partnership_dialogue import PartnershipDialogue
from .partnership_indicator import PartnershipIndicator
from .partnership_objective import PartnershipObjective
from .payee import Payee
from .pillar import Pillar
from .plan import Plan
from .plan_document import PlanDocument
from .plan_report import PlanReport
from .principle import Principle
from .priority_action import PriorityAction
from .progress_update import ProgressUpdate
from .public_commitment import PublicCommitment
from .public_edition import PublicEdition
from .public_record import PublicRecord
from .recommendation import Recommendation
from .reminder import Reminder
from .restatement import Restatement
from .voice import Voice
from .working_group import WorkingGroup

__all__ = [
    "Advice",
    "AdviceRequest",
    "Commitment",
    "CouncilComment",
    "DueDate",
    "Evidence",
    "Filing",
    "JointWord",
    "Meeting",
    "MeetingDecision",
    "PaidHours",
    "Partnership",
    "PartnershipActivity",
    "PartnershipAmendment",
    "PartnershipContribution",
    "PartnershipDialogue",
    "PartnershipIndicator",
    "PartnershipObjective",
    "Payee",
    "Pillar",
    "Plan",
    "PlanDocument",
    "PlanReport",
    "Principle",
    "PriorityAction",
    "ProgressUpdate",
    "PublicCommitment",
    "PublicEdition",
    "PublicRecord",
    "Recommendation",
    "Reminder",
    "Restatement",
    "Voice",
    "WorkingGroup",
]
