"""What each web process runs: the application, tied to the life of the process that started it."""

import gc

from manumit.project.command import lifeline
from manumit.project.wsgi import application

lifeline.watch_parent()
# What is loaded by now stays for ever: the collector need not look at it again with each page.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)

__all__ = ["application"]
