"""Links: candidates that matching finds, what people judge of them, and who knows of whom by a pointer.

Others may call nothing; they find what its manifest offers. What may be matched stands in `spine.matching`.
"""
