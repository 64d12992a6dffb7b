"""Two schemas of one name overwrite each other in the published description of the API, and one operation lies."""

import ast
from collections import defaultdict
from pathlib import Path

import manumit

SOURCE = Path(manumit.__file__).parent
BASES = {"Sent", "Strict"}
"""Bases of what is sent: they forbid what is not known, and no operation takes one itself."""


def schemas() -> dict[str, dict[str, list[str]]]:
    """Return, for each class in a file of schemas, its fields as written and the files that write them so."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted([*SOURCE.rglob("*schemas.py"), *SOURCE.rglob("*api.py")]):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.ClassDef) and node.name not in BASES:
                fields = "; ".join(ast.unparse(each) for each in node.body if isinstance(each, ast.AnnAssign))
                found[node.name][fields].append(str(path.relative_to(SOURCE)))
    return found


def test_what_has_one_name_has_the_same_fields() -> None:
    found = schemas()
    assert len(found) > 100
    twice = {name: list(ways.values()) for name, ways in found.items() if len(ways) > 1}
    assert twice == {}, "rename one after its noun"
