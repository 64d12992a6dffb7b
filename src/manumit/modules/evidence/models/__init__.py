"""The nouns of evidence."""

from .custody_step import CustodyStep
from .evidence_item import EvidenceItem
from .lab_submission import LabSubmission
from .seal import Seal

__all__ = ["CustodyStep", "EvidenceItem", "LabSubmission", "Seal"]
