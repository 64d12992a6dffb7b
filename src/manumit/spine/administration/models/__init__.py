"""The nouns of administration."""

from .signed_in_session import SignedInSession

__all__ = ["SignedInSession"]
