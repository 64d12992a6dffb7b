"""Every Tribe is found by each of its names, no name is ever guessed at, and the table is what the method proposes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.values.code_table import UnknownCode
from manumit.values.packaged_codes import packaged_rows
from manumit.values.tables.ncic import INDIAN_NATION
from manumit.values.tables.niem import TRIBE as NIEM_TRIBE
from manumit.values.tables.us_states import US_STATES
from manumit.values.tribes import TRIBE, named, of_ncic, of_niem, tribe, tribes
from manumit.values.tribes.reconcile import Named, main, read_bia, reconcile

HOW = {"same", "abbreviation", "renamed", "misspelt", "by hand"}


def test_the_table_is_sound() -> None:
    TRIBE.check()
    assert len(tribes()) == len(TRIBE) == 587
    for each in tribes():
        assert each.states
        assert all(state in US_STATES for state in each.states)
        assert len(each.ncic) == len(each.ncic_how)
        assert len(each.niem) == len(each.niem_how)
        assert set(each.ncic_how) | set(each.niem_how) <= HOW
        assert all(code in INDIAN_NATION for code in each.ncic)
        assert all(value in NIEM_TRIBE for value in each.niem)
        assert each.ncic or each.ncic_note
        assert each.niem or each.niem_note
        assert len(each.code) <= 12


def test_every_spelling_of_the_lists_is_a_tribes_or_unresolved_with_its_reason() -> None:
    unresolved = {(row["list"], row["code"]): row["reason"] for row in packaged_rows("tribes_unresolved.csv")}
    assert all(unresolved.values())
    for row in INDIAN_NATION:
        assert bool(of_ncic(row.code)) != (("ncic", row.code) in unresolved), row
    for row in NIEM_TRIBE:
        assert bool(of_niem(row.code)) != (("niem", row.code) in unresolved), row


def test_every_name_of_a_tribe_leads_to_it_and_is_certain_only_where_it_is_its_alone() -> None:
    for each in tribes():
        for name in each.spellings():
            naming = named(name)
            assert each in naming.tribes, (each.bia_name, name)
            assert naming.tribe in {None, each}, (each.bia_name, name)


@pytest.mark.parametrize(
    ("text", "short_name"),
    [
        ("Navajo Nation", "Navajo Nation"),
        ("navajo  nation", "Navajo Nation"),
        ("Diné", "Navajo Nation"),
        ("Kewa Pueblo", "Santo Domingo Pueblo"),
        ("Blackfeet Tribe of the Blackfeet Indian Reservation of MT", "Blackfeet Tribe"),
        ("Arapaho Tribe of the Wind River Reservation", "Northern Arapaho Tribe"),
        ("AROOSTOOK BAND OF MICMAC INDIANS OF MAINE", "Mi'kmaq Nation"),
        ("Cortina Indian Rancheria of Wintun Indians of California", "Kletsel Dehe Wintun Nation"),
        ("Turtle Mountain Band of Chippewa Indians of North Dakota", "Turtle Mountain Band of Chippewa Indians"),
        ("Cherokee Nation", "Cherokee Nation"),
        ("CSKT", "Confederated Salish and Kootenai Tribes of the Flathead Reservation"),
        ("St Regis Mohawk Tribe", "Saint Regis Mohawk Tribe"),
    ],
)
def test_a_name_that_is_one_tribes_is_certain(text: str, short_name: str) -> None:
    found = named(text).tribe
    assert found is not None
    assert found.short_name == short_name


@pytest.mark.parametrize(
    ("text", "at_least"),
    [
        ("Cherokee", 3),
        ("Navajo", 2),
        ("Sioux", 10),
        ("Apache Tribe", 8),
        ("Oneida Nation", 2),
        ("Wind River", 2),
        ("Sac and Fox Nation", 2),
        ("Ponca Tribe", 2),
        ("Delaware", 2),
        ("Santa Rosa", 2),
    ],
)
def test_a_name_that_several_could_go_by_gives_them_all(text: str, at_least: int) -> None:
    naming = named(text)
    assert not naming.certain
    assert naming.tribe is None
    assert len(naming.tribes) >= at_least


@pytest.mark.parametrize("text", ["", "  ", "the", "Tribe", "Nonesuch Tribe", "Stonewater Tribe"])
def test_a_name_of_no_tribe_gives_none(text: str) -> None:
    assert named(text).tribes == ()


def test_a_state_narrows_what_a_name_can_mean() -> None:
    assert {each.short_name for each in named("Sac and Fox, Iowa").tribes} == {
        "Sac & Fox Tribe of the Mississippi in Iowa"
    }


def test_a_code_that_runs_two_names_together_gives_both() -> None:
    assert {each.short_name for each in of_ncic("2S")} == {
        "Sycuan Band of the Kumeyaay Nation",
        "Table Mountain Rancheria",
    }
    assert tribe("us-164").ncic == ("IG", "L9"), "its own code goes before the one it shares"


def test_an_unknown_code_is_refused_by_name() -> None:
    with pytest.raises(UnknownCode, match="Tribe"):
        tribe("us-999")
    with pytest.raises(UnknownCode, match="NCIC Indian nation"):
        of_ncic("!!")


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_any_text_is_answered_and_only_one_tribe_is_ever_certain(text: str) -> None:
    naming = named(text)
    assert not naming.certain or len(naming.tribes) == 1


def test_two_tribes_that_fit_equally_are_not_proposed() -> None:
    twins = [Named("a", "Stonewater Tribe"), Named("b", "Stonewater Nation")]
    assert list(reconcile(twins, [Named("S", "STONEWATER INDIANS")])) == []
    (only,) = reconcile(twins[:1], [Named("S", "STONEWATER INDIANS")])
    assert (only.tribe.code, only.how) == ("a", "abbreviation")


def test_states_apart_are_tribes_apart() -> None:
    tribes = [Named("a", "Stonewater Tribe", states=frozenset({"MT"}))]
    assert list(reconcile(tribes, [Named("S", "STONEWATER TRIBE", states=frozenset({"CA"}))])) == []


def test_the_table_is_what_the_method_proposes_but_where_it_says_by_hand(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = {
        "bia": "tribes/bia_tribes_no_people.csv",
        "ncic": "ncic/ncic_indian_nations.csv",
        "niem": "niem/enum_domains_hs.csv",
    }
    main([part for name, path in paths.items() for part in (f"--{name}", str(shared / path))])
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    proposed = {(row["list"], row["bia_name"], row["code"]): row["how"] for row in rows if row["how"]}
    reviewed = {
        (name, each.bia_name, code): how
        for each in tribes()
        for name in ("ncic", "niem")
        for code, how in zip(getattr(each, name), getattr(each, f"{name}_how"), strict=True)
    }
    assert {key: how for key, how in reviewed.items() if how != "by hand"}.items() <= proposed.items()
    refused = {key for key in proposed if key not in reviewed}
    assert len(refused) == 3, "each proposal the review turned down is known"


def test_every_entity_of_the_bia_stands_in_the_table(shared: Path) -> None:
    listed = {each.name for each in read_bia(shared / "tribes/bia_tribes_no_people.csv")}
    assert listed == {each.bia_name for each in tribes()}


def test_every_tribe_namus_names_is_found(shared: Path) -> None:
    names = set()
    for file in sorted((shared / "namus/json").glob("MP_*.json")):
        cases = json.loads(file.read_text(encoding="utf-8"))
        for case in cases if isinstance(cases, list) else cases.values():
            names |= {each["tribe"]["tribeName"] for each in case["subjectDescription"].get("tribeAssociations") or []}
    assert len(names) >= 30
    assert {name for name in names if not named(name).certain} == {"Sac and Fox Nation"}
