"""Files that belong to a record: encrypted while they arrive, under the record's own key, never opened without a leaf.

`receiving.SealingUploadHandler` takes every upload of the product; `keep` gives a received file to a record, `content`
reads it back, `links` make the short-lived addresses it is read at. A record's key destroyed, its files are gone.
"""

from .errors import BadFile, FileGone
from .keeping import forget, keep
from .reading import content
from .receiving import ReceivedFile

__all__ = ["BadFile", "FileGone", "ReceivedFile", "content", "forget", "keep"]
