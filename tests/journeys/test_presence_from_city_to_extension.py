"""A detective who never asked for Continued Presence gets it and its extension; nobody touches a mouse."""

import pytest

from manumit.modules.continued_presence.asked import STEPS
from manumit.modules.continued_presence.models import PresenceRequest
from manumit.spine.identity.choices import Role

from .presence import ALL, Keyboard, Offices, required

pytestmark = pytest.mark.browser
SCREENS_TO_SEND, ANSWERS_TO_SEND = 16, 27
"""A list, where it begins, ten steps, the request, signing, its pause, the request again; and what has to be said."""
WHOLE_WAY = {
    "detective": (19, 28), "supervisor": (5, 0), "sponsor": (5, 0), "intake": (10, 0), "reviewer": (3, 0),
    "decider": (8, 0),
}  # fmt: skip
"""Screens and required answers of each, from the first list to the extension: 50 screens, 28 answers."""


def asks(detective: Keyboard) -> str:
    """Answer what has to be answered and nothing else, sign, and return the request's address."""
    detective.opens("/presence/")
    detective.goes("Begin a request")
    detective.officer.tabs_to("State of your agency")
    detective.page.keyboard.type("Wyoming")
    detective.answers += 1
    detective.goes("Begin")
    wanted = {question.name: question for question in required()}
    for step in STEPS:
        assert detective.page.url.partition("#")[0].endswith(f"/step/{step.name}/")
        for question in step.questions:
            if question.name in wanted:
                detective.answer(question, ALL[question.name])
        detective.goes("Save and go on")
    assert "Nothing: the request can be signed." in detective.page.locator("#missing").inner_text()
    detective.takes("Sign and send to the supervisor", pause=True)
    return "/presence/" + detective.page.url.split("/presence/")[1].partition("#")[0]


def test_a_city_is_heard_by_keyboard_alone(joins, agency) -> None:
    offices = Offices(joins, agency)
    detective = Keyboard(offices.detective())
    here = asks(detective)
    assert (detective.screens, detective.answers) == (SCREENS_TO_SEND, ANSWERS_TO_SEND)

    number = here.strip("/").split("/")[-1]
    supervisor, sponsor = Keyboard(offices.supervisor()), Keyboard(offices.vouches())
    supervisor.opens("/presence/")
    supervisor.goes(number)
    supervisor.takes("Concur and send to the sponsor", pause=True)
    sponsor.opens("/presence/")
    sponsor.goes(number)
    sponsor.takes("Sponsor and file with DHS", pause=True)

    intake, reviewer, decider = (
        Keyboard(offices.at_dhs(role)) for role in (Role.PRESENCE_INTAKE, Role.PRESENCE_REVIEWER, Role.PRESENCE_DECIDER)
    )
    intake.opens(here)
    intake.takes("Begin the intake check")
    intake.takes("Complete: pass on to vetting")
    reviewer.opens(here)
    reviewer.takes("Review done: pass on to the decision")
    decider.opens(here)
    decider.takes("Grant for two years", pause=True)
    intake.opens(here)
    intake.goes("The I-94 was given out")
    intake.goes("Save")
    intake.takes("Papers are out: active")

    detective.opens(here)
    detective.takes("Ask for an extension", What_changed="Nothing; the trial is next spring")
    decider.opens(here)
    decider.takes("Extend for up to two years", pause=True)
    people = {
        "detective": detective, "supervisor": supervisor, "sponsor": sponsor, "intake": intake, "reviewer": reviewer,
        "decider": decider,
    }  # fmt: skip
    assert {name: (each.screens, each.answers) for name, each in people.items()} == WHOLE_WAY
    record = PresenceRequest.unscoped.get(number=number)
    granted = decider.page.locator("section", has=decider.page.locator("#grants")).inner_text()
    assert "First grant" in granted
    assert "Extension" in granted
    assert record.state == "active"
    assert record.until_on is not None
    assert record.until_on.year - record.opened_at.year == 4
