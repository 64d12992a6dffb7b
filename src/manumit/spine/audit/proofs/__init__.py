"""Proofs that the log does what it is for, run on copies: `manumit drill audit`."""
