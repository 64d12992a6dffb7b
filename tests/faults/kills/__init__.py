"""`manumit drill kills`: kill server, worker, importer and database at random moments while people work, then judge.

No acknowledged deed may be lost, none may stand without its leaf, none may be half done.
"""
