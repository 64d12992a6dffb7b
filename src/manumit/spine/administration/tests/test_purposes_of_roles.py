"""Every role has purposes: whoever holds it can begin a session."""

import pytest

from manumit.spine.administration import purposes
from manumit.spine.identity.choices import Role


@pytest.mark.parametrize("role", Role)
def test_a_role_has_purposes(role: Role) -> None:
    assert purposes.OFFERED[role], f"Say in administration/purposes.py for what somebody works as {role.label}"
