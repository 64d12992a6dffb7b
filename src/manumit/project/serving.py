"""What each web process runs: the application, tied to the life of the process that started it."""

from manumit.project.command import lifeline
from manumit.project.wsgi import application

lifeline.watch_parent()

__all__ = ["application"]
