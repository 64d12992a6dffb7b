"""Evidence: items, seals, the chain of hands they went through, laboratory work, and how they end.

An item stands beside a case of any kind, found through the registry. Others may call nothing; they
find what its manifest offers.
"""
