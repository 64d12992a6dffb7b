"""Reading a fact sheet, plan or report: the document goes in, the commitments it makes come out as proposals.

No Django, no network, no model: the rules are the tables in `rules/`, and each proposal says which of them made it.
`read(path)` does all of it; `propose(document)` begins with a text already taken apart.
"""

from .document import Block, BlockKind, Document
from .formats import BadDocument, open_document
from .proposal import Proposal
from .proposals import propose

__all__ = ["BadDocument", "Block", "BlockKind", "Document", "Proposal", "open_document", "propose"]
