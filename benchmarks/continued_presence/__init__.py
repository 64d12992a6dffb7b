"""`manumit bench continued-presence`: officers, each with a queue and a step to save, beside many open requests."""
