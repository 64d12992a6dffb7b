"""A detective of a city, her supervisor, a federal sponsor, DHS, a lawyer's office, and Charlie who knows nothing."""

import pytest

from manumit.spine.records.tests.conftest import wrapping_key

from ..actions.begin_request import begin_request
from ..models import PresenceRequest
from . import people
from .people import Cast


@pytest.fixture
def cast(db, wrapping_key) -> Cast:
    """Everybody, with their agencies and offices."""
    return people.cast()


@pytest.fixture
def draft(cast) -> PresenceRequest:
    """A draft of the detective, nothing answered."""
    return begin_request(cast["detective"], region="MT")


@pytest.fixture
def complete(cast, draft) -> PresenceRequest:
    """A draft in which everything is answered."""
    return people.answered(cast["detective"], draft)
