"""Invented cases for demonstrations and benchmarks. Names and places are made of word lists; nobody is real."""
