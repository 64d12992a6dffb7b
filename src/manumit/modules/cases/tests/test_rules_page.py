"""docs/rules.md says what the code does, and every rule has the test it names."""

from pathlib import Path

from manumit.modules.cases.rules import CASE_RULES, NUMBER_RULES, PART_RULES, page

ROOT = Path(__file__).resolve().parents[5]
BOOKS = (CASE_RULES, NUMBER_RULES, PART_RULES)
RULES = tuple(rule for book in BOOKS for rule in (*book.errors, *book.warnings))


def test_the_page_is_current():
    assert (ROOT / "docs/rules.md").read_text().startswith(page.own()), (
        "renew it with manumit.modules.cases.rules.page.write"
    )


def test_every_rule_has_its_file_and_its_test():
    for rule in RULES:
        folder, name = rule.__module__.rsplit(".", 1)
        assert name == rule.__name__
        assert (ROOT / "src" / folder.replace(".", "/") / "tests" / f"test_{name}.py").exists(), name


def test_no_rule_is_left_out():
    folder = Path(page.__file__).parent
    files = {path.stem for path in folder.glob("*/*.py")} - {"__init__"}
    assert {rule.__name__ for rule in RULES} == files
