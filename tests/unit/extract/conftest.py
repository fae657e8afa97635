"""Hypothesis without a deadline: shared machines pause at will."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
