"""The nouns of exchange."""

from .sharing_agreement import TERMS, SharingAgreement
from .signature import Signature

__all__ = ["TERMS", "SharingAgreement", "Signature"]
