"""The nouns of identity."""

from .agency import Agency
from .api_token import ApiToken
from .invitation import Invitation
from .membership import Membership
from .nation import Nation
from .person import Person
from .sign_in_link import LinkReason, SignInLink

__all__ = ["Agency", "ApiToken", "Invitation", "LinkReason", "Membership", "Nation", "Person", "SignInLink"]
