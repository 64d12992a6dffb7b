"""The rules are for the language of commitments, not for two texts: documents of other kinds, made up for this."""

from pathlib import Path

import pytest

from manumit.modules.action_plan.reading import Proposal, open_document, propose

from .measuring import compare, truth

TEXTS = Path(__file__).with_name("texts")
NAMES = sorted(path.stem for path in TEXTS.glob("*.csv"))


def proposed(folder: Path, text: str) -> list[Proposal]:
    """Return what is proposed of a paragraph, once it stands in a file."""
    file = folder / "text.txt"
    file.write_text(f"A first look.\n\n{text}\n", encoding="utf-8")
    return propose(open_document(file))


@pytest.mark.parametrize("name", NAMES)
def test_a_document_of_another_kind_is_read_as_well(name: str) -> None:
    document = open_document(next(path for path in TEXTS.glob(f"{name}.*") if path.suffix != ".csv"))
    measure = compare(truth(TEXTS / f"{name}.csv", name), propose(document))
    assert measure.recall >= 0.9, [(row["opening"], row["verb"]) for row in measure.missed]
    assert measure.precision >= 0.9, [(each.verb, each.sentence) for each in measure.extra]
    assert measure.rightly_placed >= 0.95, [(row["opening"], match.agencies) for row, match in measure.wrong]


@pytest.mark.parametrize("name", ["unseen", "later", "last", "fresh", "final", "once", "twice"])
def test_documents_written_after_the_rules_are_read_too(name: str) -> None:
    """Thirty documents in as many styles, their truth fixed before they were first read (figures: TRUTH.md)."""
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
    assert proposed(tmp_path, text)[-1].agencies == agencies


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DOL should, in coordination with DHS and State, assess its staff.", ["DOL assess"]),
        ("DOJ will launch, in partnership with HUD, a new fund.", ["DOJ launch"]),
        ("DOT will: (1) train 10,000 workers; (2) publish a toolkit; and (3) evaluate its pledge.",
         ["DOT train", "DOT publish", "DOT evaluate"]),
        ("DHS began paying survivors and doubled its honoraria.", ["DHS pay", "DHS double"]),
        ("DoD, in partnership with NCIS, to train investigators.", ["DoD train"]),
        ("According to HHS officials, the agency plans to finalize the guide.", ["HHS finalize"]),
        ("Agencies, led by DHS, will create a form.", ["DHS create"]),
        ("The interagency FLETF, chaired by DHS, added 12 entities.", ["DHS add"]),
        ("The FBI is encouraged to hire specialists.", ["FBI hire"]),
        ("It meets local needs to prevent trafficking. HHS needs to open its grants.", ["HHS open"]),
        ("Steps DOI is taking include training 200 officers and opening a unit.", ["DOI train", "DOI open"]),
        ("Frontex is unknown here. The FBI is to deploy 30 analysts.", ["FBI deploy"]),
        ("DOJ reported that it appointed two survivors in March.", ["DOJ appoint"]),
        ("We call on HUD to set aside vouchers.", ["HUD set"]),
        ("Treasury, in consultation with DOJ, will update its list.", ["Treasury update"]),
        ("OVC, subject to the availability of funds, will expand its grants.", ["DOJ expand"]),
        ("State’s view is known. The office, when asked, provided comments.", []),
    ],
)  # fmt: skip
def test_shapes_of_sentences_that_plans_and_reports_have(tmp_path: Path, text: str, found: list[str]) -> None:
    assert [f"{each.agencies[0]} {each.verb}" for each in proposed(tmp_path, text)] == found


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("### Housing\n\nOpen 40 beds.\n\nLead: HHS; Support: HUD\n\n### Courts", "HHS"),
        ("### Housing\n\nOpen 40 beds.\nLead: HHS\nTimeline: 12 months", "HHS"),
        ("1. Open 40 beds (Lead: HHS; Support: HUD).", "HHS"),
        ("1. Open 40 beds (HHS).", "HHS"),
        ("HHS will:\n\n- In coordination with HUD, open 40 beds.", "HHS"),
        ("HHS will:\n\n- By June 2031, open 40 beds.", "HHS"),
        ("- Housing people. HHS will open 40 beds.", "HHS"),
        ("- Starting this spring, HHS will open 40 beds.", "HHS"),
    ],
)
def test_who_leads_an_action_is_read_wherever_it_stands(tmp_path: Path, text: str, agency: str) -> None:
    file = tmp_path / "text.md"
    file.write_text(f"# A plan\n\nThe HUD will meet partners.\n\n{text}\n", encoding="utf-8")
    found = [(each.agencies, each.verb) for each in proposed(tmp_path, text) if each.verb != "meet"]
    assert found == [((agency,), "open")]


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("The Home Office met us. Border Force and HMRC will share data. The Government will fund a line.",
         [("Border Force", "HMRC"), ("Government",)]),
        ("The RCMP, the CBSA and Public Safety Canada met. The Government of Canada will fund a line.",
         [("Government of Canada",)]),
        ("Europol and Eurojust met. CEPOL helps the European Commission. The Commission will fund a line.",
         [("European Commission",)]),
        ("HHS met the RCMP. DOJ, DHS and State spoke. The Government will fund a line. DOL will fund one.", [("DOL",)]),
    ],
)  # fmt: skip
def test_agencies_of_other_countries_are_known_by_name(tmp_path: Path, text: str, agencies: list) -> None:
    assert [each.agencies for each in proposed(tmp_path, text) if each.verb in {"share", "fund"}] == agencies


def test_a_heading_within_a_pillar_does_not_change_it(tmp_path: Path) -> None:
    file = tmp_path / "text.md"
    file.write_text("# Pillar 1: Prevention\n\n## Principle 1.2: Victim Identification\n\nDHS will open a desk.\n")
    assert propose(open_document(file))[0].pillar == "prevention"


def test_a_row_of_a_table_has_its_agency_and_its_day() -> None:
    document = open_document(TEXTS.with_name("unseen") / "table.html")
    found = {each.verb: each for each in propose(document)}
    assert found["publish"].agencies == ("OMB",)
    assert found["publish"].sentence == "Publish guidance on recruitment fees for procurement officers"
    assert str(found["publish"].due) == "2026-03-31"
