"""Cases come from a file of NamUs; one is found by a number written badly, and moved."""

from argparse import ArgumentParser

import pytest

from manumit.modules.cases.importing import command
from manumit.modules.cases.importing.tests.conftest import missing
from manumit.spine.identity.choices import Role

pytestmark = pytest.mark.browser


def test_an_imported_case_is_found_by_a_number_heard_on_the_telephone(joins, agency, tmp_path) -> None:
    officer = joins(agency, Role.SUPERVISOR)
    namus = f"MP9{agency.pk:05}"
    file = tmp_path / "export.csv"
    file.write_bytes(missing({"Case Number": namus, "Legal Last Name": "Fernhollow", "Legal First Name": "Ada"}))
    assert _import(file, "--agency", agency.short_name, "--person", officer.membership.person.email) == 0

    number = officer.goes_to(f"/cases/?number={namus.lower()}").locator("#cases tbody a").inner_text()
    page = officer.goes_to("/cases/")
    page.locator("summary", has_text="Filter").click()
    page.get_by_label("Number", exact=True).fill(_written_badly(number))
    page.get_by_role("button", name="Show cases").click()
    page.wait_for_selector(".m-chips")
    assert page.locator("#cases tbody tr").count() == 1
    assert page.evaluate("document.activeElement.id") == "results", "the answer gets focus"
    page.get_by_role("link", name=number, exact=True).click()
    page.wait_for_selector(".m-identity")
    assert "Fernhollow, Ada" in page.locator("h1").inner_text()
    assert namus in page.locator("main").inner_text()

    page.get_by_role("link", name="Let it go cold").click()
    page.locator("main form .usa-radio__label").first.click()
    page.get_by_role("button", name="Let it go cold").click()
    page.wait_for_selector("#facts")
    assert "State: Cold." in page.locator(".m-messages").inner_text()
    assert "Cold" in page.locator(".m-identity__tags").inner_text()
    assert "State changed" in page.locator(".m-timeline").inner_text()


def test_a_number_with_one_wrong_character_is_named_as_such(joins, agency) -> None:
    officer = joins(agency, Role.INVESTIGATOR)
    number = officer.opens().number
    wrong = number[:-1] + ("2" if number[-1] != "2" else "3")
    page = officer.goes_to(f"/cases/?number={wrong}")
    assert "No number of ours" in page.locator("[role=alert]").inner_text()
    assert "This filter was not applied." in page.locator("[role=alert]").inner_text()


def _import(*words: object) -> int:
    parser = ArgumentParser()
    command.arguments(parser)
    return command.run(parser.parse_args([str(word) for word in words]))


def _written_badly(number: str) -> str:
    return number.replace("-", " ").lower().replace("0", "o").replace("1", "l")
