"""The members' HTML before it is repaired, and what pages must have for who cannot see them."""
