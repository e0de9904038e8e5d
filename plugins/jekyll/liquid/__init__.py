"""Liquid, as far as the dialect has it. Pure."""
