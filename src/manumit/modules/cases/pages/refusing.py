"""What most screens of cases begin with: who asks, and how a refusal comes beside its field."""

from manumit.spine.access.middleware import asking
from manumit.spine.ui.forms.refusing import attempt, renew_version

__all__ = ["asking", "attempt", "renew_version"]
