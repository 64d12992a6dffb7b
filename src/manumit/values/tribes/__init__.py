"""Tribes: the entities of the BIA's directory, reconciled with the spellings of NCIC and NIEM, found by any of them.

`tribe(code)` gives one; `named(text)` all that a name can mean, never a guess; `of_ncic(code)` and `of_niem(value)`
read the codes of the two lists. `TRIBE` is the code table. Names of Tribes are public facts; who belongs to one is not.
"""

from manumit.values.tribes.finding import Naming, named
from manumit.values.tribes.table import TRIBE, Tribe, of_ncic, of_niem, tribe, tribes

__all__ = ["TRIBE", "Naming", "Tribe", "named", "of_ncic", "of_niem", "tribe", "tribes"]
