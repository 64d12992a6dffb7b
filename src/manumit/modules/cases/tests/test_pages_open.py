"""Pages load for the owner; journeys come below."""

import pytest
from django.urls import reverse


@pytest.mark.committed
def test_pages_load(as_person, alice, case):
    client = as_person(alice)
    for name in ("show", "edit", "timeline", "history", "readers", "why"):
        response = client.get(reverse(f"cases:{name}", kwargs={"number": case.number}))
        assert response.status_code == 200, (name, response.status_code)
    assert client.get("/cases/").status_code == 200
    assert client.get("/cases/new/").status_code == 200
