"""`manumit drill matching`: kill the product while it indexes, raises candidates, looks at everything and learns.

What was acknowledged stands, the index is one built from scratch, no candidate is lost, nobody is told twice.
"""
