"""The nouns of exchange."""

from .joint_entry import JointEntry
from .joint_partner import JointPartner
from .joint_work import JointWork
from .release_end import ReleaseEnd
from .release_request import ReleaseRequest
from .sharing_agreement import TERMS, SharingAgreement
from .signature import Signature
from .transfer import Transfer

__all__ = [
    "TERMS",
    "JointEntry",
    "JointPartner",
    "JointWork",
    "ReleaseEnd",
    "ReleaseRequest",
    "SharingAgreement",
    "Signature",
    "Transfer",
]
