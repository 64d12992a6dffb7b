"""The nouns of exchange."""

from .release_end import ReleaseEnd
from .release_request import ReleaseRequest
from .sharing_agreement import TERMS, SharingAgreement
from .signature import Signature
from .transfer import Transfer

__all__ = ["TERMS", "ReleaseEnd", "ReleaseRequest", "SharingAgreement", "Signature", "Transfer"]
