"""Invented cases for demonstrations, training and benchmarks. Names and places are made of word lists; nobody is real."""
