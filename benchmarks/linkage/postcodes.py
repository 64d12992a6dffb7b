"""British postcodes, as the `historical` world has them: an example of a comparison of one's own."""

from collections.abc import Sequence

import numpy as np

from manumit.linkage import BadValue, Level
from manumit.linkage.comparison import Codes, Columns, Comparison, Key, begin, better


class Postcode(Comparison):
    """A postcode: the same; the same sector; the same district; the same area; another."""

    name = "postcode"
    key = np.dtype([("text", "S8")])
    levels = (
        Level("same", "The same postcode.", rarity=1000),
        Level("sector", "The same sector.", rarity=0),
        Level("district", "The same district."),
        Level("area", "The same area."),
        Level("different", "Another area."),
    )

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return the postcode in small letters. Raises `BadValue` for what is no text."""
        if not isinstance(value, str):
            raise BadValue(field, f"{value!r} is no text")
        text = value.strip().lower()
        return [(text.encode("ascii", "replace")[:8],)] if text else []

    def term(self, key: Key) -> str:
        """The postcode."""
        return str(key[0].decode())

    def derive(self, columns: Columns) -> None:
        """Add sector, district and area."""
        texts = columns["text"].tolist()
        districts = [text.split(b" ")[0] for text in texts]
        columns["sector"] = np.array([text[:-2] if b" " in text else text for text in texts], "S8")
        columns["district"] = np.array(districts, "S8")
        columns["area"] = np.array([district.rstrip(b"0123456789") for district in districts], "S8")

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the levels."""
        levels = begin(left, right, 4)
        for code, name in ((3, "area"), (2, "district"), (1, "sector"), (0, "text")):
            better(levels, code, left[name] == right[name])
        return levels
