"""A number with what no text of the database can hold is as absent as any other that is not there."""

import pytest
from django.test import Client

from manumit.spine.access import Hidden, find
from manumit.spine.access.finding import find_of_any_kind
from manumit.spine.administration.actions.create_token import create_token
from manumit.spine.administration.scopes_offered import offered
from manumit.spine.ui.api import api

from .inquiry_world import asking_case, member

NUMBER = "C\x00-1"
VALUES = {"kind": "case", "key": "1", "link_id": "1", "part": "names", "profile": "remains", "nation_id": "1"}


def addresses() -> list[str]:
    """Every address of the API that names something by its number and is read by GET, with a number none can have."""
    schema = api.get_openapi_schema()
    named = [path for path, ways in schema["paths"].items() if "{number}" in path and "get" in ways]
    return sorted(path.format_map(_Filled(number="C%00-1")) for path in named)


class _Filled(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return VALUES.get(name, "1")


@pytest.mark.django_db
def test_no_address_breaks_by_it() -> None:
    actor = member("asker", "One")
    token = create_token(actor, "All", list(offered()), 1)
    client = Client(headers={"Authorization": f"Bearer {token}"}, raise_request_exception=False)
    asked = addresses()
    assert len(asked) > 20
    answered = {path: client.get(path, secure=True).status_code for path in asked}
    assert {path: status for path, status in answered.items() if status != 404} == {}


@pytest.mark.django_db
def test_nothing_is_found_by_it() -> None:
    actor = member("asker", "One")
    asking_case(actor)
    with pytest.raises(Hidden):
        find(actor, "read_summary", "case", NUMBER)
    with pytest.raises(Hidden):
        find_of_any_kind(actor, "work", "case", NUMBER)
    with pytest.raises(Hidden):
        find_of_any_kind(actor, "work", "ca\x00se", "C-1")
