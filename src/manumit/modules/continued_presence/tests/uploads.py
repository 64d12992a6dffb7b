"""Files as they arrive."""

from manumit.spine.records.files.receiving import ReceivedFile, SealingUploadHandler

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"


def received(content: bytes, name: str = "Mara Quill.png") -> ReceivedFile:
    """Return `content` as an upload that arrived."""
    handler = SealingUploadHandler()
    handler.new_file("file", name, "image/png", len(content))
    handler.receive_data_chunk(content, 0)
    return handler.file_complete(len(content))
