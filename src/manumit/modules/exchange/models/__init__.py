"""The nouns of exchange."""

from .sharing_agreement import TERMS, SharingAgreement
from .signature import Signature
from .transfer import Transfer

__all__ = ["TERMS", "SharingAgreement", "Signature", "Transfer"]
