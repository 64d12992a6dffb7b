"""The rules are for the language of commitments, not for two texts: documents of other kinds, made up for this."""

from pathlib import Path

import pytest

from manumit.modules.action_plan.reading import open_document, propose

from .measuring import compare, truth

TEXTS = Path(__file__).with_name("texts")
NAMES = sorted(path.stem for path in TEXTS.glob("*.csv"))


@pytest.mark.parametrize("name", NAMES)
def test_a_document_of_another_kind_is_read_as_well(name: str) -> None:
    document = open_document(next(path for path in TEXTS.glob(f"{name}.*") if path.suffix != ".csv"))
    measure = compare(truth(TEXTS / f"{name}.csv", name), propose(document))
    assert measure.recall >= 0.9, [(row["opening"], row["verb"]) for row in measure.missed]
    assert measure.precision >= 0.9, [(each.verb, each.sentence) for each in measure.extra]
    assert measure.rightly_placed >= 0.95, [(row["opening"], match.agencies) for row, match in measure.wrong]


@pytest.mark.parametrize("name", ["unseen", "later", "last", "fresh", "final"])
def test_documents_written_after_the_rules_are_read_too(name: str) -> None:
    """Twenty-three documents in as many styles, their truth fixed before they were first read (figures: TRUTH.md)."""
    folder = TEXTS.with_name(name)
    found = missed = extra = wrong = 0
    for rows in sorted(folder.glob("*.csv")):
        document = open_document(next(path for path in folder.glob(f"{rows.stem}.*") if path.suffix != ".csv"))
        measure = compare(truth(rows, rows.stem), propose(document))
        found, missed = found + len(measure.found), missed + len(measure.missed)
        extra, wrong = extra + len(measure.extra), wrong + len(measure.wrong)
    assert found / (found + missed) >= 0.9
    assert found / (found + extra) >= 0.9
    assert 1 - wrong / found >= 0.95


def test_what_another_country_calls_its_agencies_is_read_from_its_plan() -> None:
    document = open_document(TEXTS.with_name("later") / "martel.txt")
    found = {each.agencies for each in propose(document)}
    assert {("MEY",), ("Ministry of Labour", "Labour Inspectorate"), ("National Police", "OPG")} <= found


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("DHS and DOL signed a memorandum. Both agencies will review it each year.", ("DHS", "DOL")),
        ("DOI’s budget grew. In 2025 the Department opened six offices.", ("DOI",)),
        ("DOL noted delays. HHS, jointly with the Department of Labor, shall publish a guide.", ("HHS", "DOL")),
        ("Labor, Justice and Homeland Security have agreed to share cases.", ("DOL", "DOJ", "DHS")),
        ("State replied that the Visa Integrity Unit will open a desk.", ("State",)),
        ("Through its Office of Land Stewardship (OLS), HUD held talks. OLS will publish the notes.", ("HUD",)),
    ],
)
def test_who_is_meant_is_found_in_what_was_said_before(tmp_path: Path, text: str, agencies: tuple[str, ...]) -> None:
    file = tmp_path / "text.txt"
    file.write_text(f"A first look.\n\n{text}\n", encoding="utf-8")
    assert propose(open_document(file))[-1].agencies == agencies


def test_a_row_of_a_table_has_its_agency_and_its_day() -> None:
    document = open_document(TEXTS.with_name("unseen") / "table.html")
    found = {each.verb: each for each in propose(document)}
    assert found["publish"].agencies == ("OMB",)
    assert found["publish"].sentence == "Publish guidance on recruitment fees for procurement officers"
    assert str(found["publish"].due) == "2026-03-31"
