"""Continued Presence: a victim of trafficking may stay while a case is worked on; from the request to its end.

Others may call nothing. What they may know of a request is nothing either (8 USC 1367): the module offers no matching,
no search, no links and no chart, and a stranger cannot tell a request that is hidden from one that is not there.
"""
