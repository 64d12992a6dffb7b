"""An extension is asked for with what changed alone, for two years at most."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from manumit.modules.continued_presence.actions.ask_for_extension import Extension, ask_for_extension, most_until
from manumit.modules.continued_presence.models import Grant
from manumit.modules.continued_presence.questions import answers_of
from manumit.modules.continued_presence.tests.people import go, to_active
from manumit.spine import audit
from manumit.spine.access import Denied, Hidden
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.records import Conflict, sealed
from manumit.spine.records.models import SealedValue

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sealing_log(monkeypatch) -> None:
    """The log is being sealed, so that sealed answers are shown."""
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)


def ask(actor, request, **changed):
    """Ask with the answers as they stand but `changed`."""
    standing = answers_of(actor, request)
    told = Extension(
        **{"words": "The trial is set for May", "answers": {**standing, **changed.pop("answers", {})}, **changed}
    )
    return ask_for_extension(actor, request, told, standing=standing, expected_version=request.version)


def test_only_what_changed_is_written(cast, complete) -> None:
    request = to_active(cast, complete)
    before = SealedValue.objects.filter(record_id=request.pk, group="safety").count()
    ask(cast["detective"], request, answers={"mailing": "PO Box 77, Butte"}, investigation="trial")
    assert request.state == "extension"
    assert SealedValue.objects.filter(record_id=request.pk, group="safety").count() == before + 1
    words = sealed.read(cast["decider"], request, "correspondence")
    assert (words["extension_changed"], words["extension_investigation"]) == (["mailing"], "trial")
    assert sealed.read(cast["decider"], request, "safety")["mailing"] == "PO Box 77, Butte"
    page = browser_of(cast["decider"]).get(f"/presence/{request.number}/move/extend/").content.decode()
    assert "PO Box 77" in page
    assert "In trial" in page
    assert "Freedonia" not in page, "what did not change is not read out"


def test_it_ends_within_two_years_of_the_present_last_day(cast, complete) -> None:
    request = to_active(cast, complete)
    for wrong in (request.until_on, most_until(request) + timedelta(days=1)):
        with pytest.raises(ValidationError):
            ask(cast["detective"], request, until_on=wrong)
        request.refresh_from_db()
    ask(cast["detective"], request, until_on=most_until(request))
    go(cast["decider"], request, "extend")
    assert Grant.unscoped.filter(request=request, grant_kind="extension").count() == 1


def test_by_the_officers_of_the_agency_and_nobody_was_faster(cast, complete) -> None:
    request = to_active(cast, complete)
    standing = answers_of(cast["detective"], request)
    for who in ("charlie", "sponsor", "decider"):
        with pytest.raises((Hidden, Denied)):
            ask_for_extension(
                cast[who], request, Extension("x", {}), standing=standing, expected_version=request.version
            )
    with pytest.raises(Conflict):
        ask_for_extension(
            cast["detective"], request, Extension("x", {}), standing=standing, expected_version=request.version - 1
        )


def test_on_screen_what_stands_is_filled_in(cast, complete) -> None:
    request = to_active(cast, complete)
    browser = browser_of(cast["detective"])
    led = browser.get(f"/presence/{request.number}/move/ask_extension/")
    assert led["Location"].endswith("/extension/")
    page = browser.get(led["Location"])
    assert "PO Box 9, Helena" in page.content.decode()
    form = page.context["form"]
    given = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    answer = browser.post(led["Location"], {**given, "words": "The trial is set", "plan": "A new code word"})
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    request.refresh_from_db()
    assert request.state == "extension"
    assert sealed.read(cast["detective"], request, "correspondence")["extension_changed"] == ["plan"]
