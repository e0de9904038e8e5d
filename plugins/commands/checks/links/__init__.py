"""Addresses: where they lead, how they are written."""
