"""How many queries each page costs is written down: query_counts.json. More is a decision, not an accident."""

import json
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from manumit.modules.cases.actions.load_sample import load_sample

FROZEN = Path(__file__).with_name("query_counts.json")
PAGES = ("show", "edit", "history", "readers", "why", "sharing", "holds", "timeline")
FORMS = ("people", "agencies", "numbers", "features")


@pytest.fixture
def addresses(case):
    named = {name: reverse(f"cases:{name}", kwargs={"number": case.number}) for name in PAGES}
    forms = {part: reverse("cases:part_add", kwargs={"number": case.number, "part": part}) for part in FORMS}
    return {
        **named,
        **forms,
        "list": "/cases/",
        "list, narrowed": "/cases/?q=a&place=MT&state=active&from=2000-01-01",
        "open": "/cases/new/",
        "api list": "/api/v1/cases/",
        "api case": f"/api/v1/cases/{case.number}",
    }


def queries(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(address).status_code == 200
    return len([each for each in seen if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))])


def test_no_page_costs_more_than_is_written_down(as_person, sam, charlie, addresses):
    load_sample([sam, charlie], 120)
    browser = as_person(sam)
    counted = {name: queries(browser, address) for name, address in sorted(addresses.items())}
    frozen = json.loads(FROZEN.read_text()) if FROZEN.exists() else {}
    assert counted == frozen, f"write what is meant into {FROZEN.name}: {json.dumps(counted, indent=2)}"
