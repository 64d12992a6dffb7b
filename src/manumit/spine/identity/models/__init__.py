"""The nouns of identity."""

from .agency import Agency
from .api_token import ApiToken
from .invitation import Invitation
from .membership import Membership
from .nation import Nation
from .person import Person

__all__ = ["Agency", "ApiToken", "Invitation", "Membership", "Nation", "Person"]
