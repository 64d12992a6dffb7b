"""Sign-in, sessions, agencies, people, invitations and tokens: who may come in, and as whom.

Others may call `demo.sign_in_link` and the action `issue_link`; all else is pages.
"""
