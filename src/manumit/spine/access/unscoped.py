"""Who may take protected records without naming an asker: this list, and nobody else.

`Model.unscoped` looks at the module that reads it. Actions, importers and jobs check permission themselves before they
touch a row; the spine's own rooms listed here serve them. `tests/test_unscoped_is_allow_listed.py` reads the source.
"""

import re

ALLOWED = (
    r"manumit\.modules\.\w+\.actions(\.\w+)*",
    r"manumit\.modules\.\w+\.importing(\.\w+)*",
    r"manumit\.modules\.\w+\.jobs(\.\w+)*",
    r"manumit\.modules\.\w+\.linking",
    r"manumit\.spine\.workflow\.(actions|jobs|notices)(\.\w+)*",
    r"manumit\.spine\.jobs(\.\w+)*",
    r"manumit\.spine\.records(\.\w+)*",
    r"manumit\.spine\.access(\.\w+)*",
    r"manumit\.spine\.search\.documents",
    r"manumit\.spine\.matching\.indexing",
    r"(.+\.)?tests(\..+)?",
    r"(.+\.)?(test_\w+|conftest)",
    r"benchmarks(\..+)?",
)
_PATTERN = re.compile("|".join(f"(?:{rule})" for rule in ALLOWED))


def allows(module: str) -> bool:
    """Whether code of `module` (a dotted name) may use the unscoped manager."""
    return _PATTERN.fullmatch(module) is not None
