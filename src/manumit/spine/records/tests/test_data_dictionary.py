"""The data dictionary is read from the models: fields, types, units, groups, values, retention."""

from manumit.spine.records import dictionary


def line(page: str, model: str, field: str) -> str:
    section = dictionary.pages()[f"standards/{page}.md"].partition(f"## {model}\n")[2].partition("\n## ")[0]
    return next(row for row in section.splitlines() if row.startswith(f"| {field} |"))


def test_a_field_tells_its_type_unit_group_and_values() -> None:
    assert line("identity", "Agency", "ori") == "| ori | text, 9 letters |  | public |  |  |"
    assert "reference to identity.Agency, may be empty" in line("identity", "Agency", "parent")
    assert line("identity", "Membership", "since_on") == "| since_on | date | day | internal |  |  |"
    assert "list of text, 20 letters" in line("identity", "Membership", "roles")
    assert "`investigator` Investigator" in line("identity", "Membership", "roles")


def test_a_model_tells_how_long_it_is_kept() -> None:
    page = dictionary.pages()["standards/records.md"]
    assert "Kept: Shows why a record outlived its schedule. 7 years from `lifted_at`." in page


def test_the_index_names_every_app_and_no_model_of_a_test() -> None:
    pages = dictionary.pages()
    assert set(pages) - {"standards.md"} == {f"standards/{name}.md" for name in _linked(pages["standards.md"])}
    assert "- [records](standards/records.md)" in pages["standards.md"]
    assert not any("Paper" in page for page in pages.values())


def _linked(index: str) -> list[str]:
    return [row.split("]")[0].removeprefix("- [") for row in index.splitlines() if row.startswith("- [")]
