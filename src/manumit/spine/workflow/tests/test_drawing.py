"""The diagram, its text and its table say the same."""

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from manumit.spine.workflow.drawing import svg
from manumit.spine.workflow.layout import BOX_WIDTH, layout
from manumit.spine.workflow.mermaid import mermaid
from manumit.spine.workflow.rows import rows

from .publishing import PUBLISHING

TITLES = ["Submit", "Publish", "Withdraw", "Bury"]


@pytest.fixture(scope="module")
def picture() -> ET.Element:
    return ET.fromstring(svg(PUBLISHING, "review"))  # noqa: S314 - our own text


def words(picture: ET.Element) -> list[str]:
    return [element.text or "" for element in picture.iter("{http://www.w3.org/2000/svg}text")]


def test_every_state_and_way_is_drawn_and_named(picture) -> None:
    drawn = words(picture)
    assert [*map(str, (state.title for state in PUBLISHING.states))] == [w for w in drawn if not w[0].isdigit()]
    assert [w for w in drawn if w.isdigit()] == ["1", "2", "3", "3", "4"]
    assert drawn[-4:] == ["1 Submit", "2 Publish", "3 Withdraw", "4 Bury"]


def test_the_picture_names_itself_and_where_one_stands(picture) -> None:
    title, described = picture[0], picture[1]
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == f"{title.get('id')} {described.get('id')}"
    assert title.text == "Publishing a note"
    assert described.text.startswith("Here: In review.")


def test_nothing_in_it_needs_a_style_or_script(picture) -> None:
    for element in picture.iter():
        assert "style" not in element.attrib
        assert not element.tag.endswith(("style", "script"))


def test_everything_lies_inside_and_no_box_on_another(picture) -> None:
    drawn = layout(PUBLISHING)
    for arrow in drawn.arrows:
        assert 0 < arrow.label[0] < drawn.width
        assert 0 < arrow.label[1] < drawn.legend_y < drawn.height
    assert len({arrow.label for arrow in drawn.arrows}) == len(drawn.arrows)
    assert all(b - a > BOX_WIDTH for a, b in pairwise(box.x for box in drawn.boxes))


def test_mermaid_holds_every_way() -> None:
    text = mermaid(PUBLISHING)
    for transition in PUBLISHING.transitions:
        for source in transition.sources:
            assert f"    {source} --> {transition.target}: {transition.title}\n" in text
    assert "[*] --> draft" in text
    assert "buried --> [*]" in text


def test_the_table_says_who_why_and_by_what_law() -> None:
    table = {row.name: row for row in rows(PUBLISHING)}
    assert [(row.number, str(row.title)) for row in table.values()] == list(enumerate(TITLES, 1))
    assert table["publish"].law == ("1 Example Code 2 (not verified)", "3 Example Code 4")
    assert table["withdraw"].sources == ("In review", "Published")
    assert list(map(str, table["withdraw"].reasons)) == ["It is wrong", "In your own words"]
    assert table["submit"].guards == ("Write its story first.",)
