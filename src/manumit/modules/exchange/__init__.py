"""Between agencies of one install: agreements and their signatures, what nations decided, releases with a preview of
exactly what the receiver will see, requests, transfers, joint work, and who read what was shown.

Others call nothing here; they find what its manifest offers. Releases, the terms of agreements in force and nations'
decisions are rows of `spine.access`; any kind that offers a `Releasable` can be released, asked for and handed over.
"""
