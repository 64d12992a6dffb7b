"""Inquiries: an officer of one agency asks what others of this install hold, for a named case and purpose.

Whose records answer, and how they are matched, is theirs to say: kinds declare `askable.Askable`. Others may call
nothing; they find what the manifest offers.
"""
