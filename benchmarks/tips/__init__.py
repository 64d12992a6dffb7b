"""`manumit bench tips`: a flood of tips beside officers at work."""
