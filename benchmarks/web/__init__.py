"""`manumit bench web`: list and case pages under load, beside plain Django views of the same rows."""
