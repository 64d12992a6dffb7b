"""Tests of reading other systems' files into cases."""
