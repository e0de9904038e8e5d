"""Why another site gives no answer, in French."""

from __future__ import annotations

from urllib3.exceptions import NewConnectionError, SSLError, TimeoutError

NO_ANSWER, TOO_SLOW = "il ne répond pas", "il ne répond pas à temps"
BAD_CERTIFICATE = "son certificat n'est pas reconnu"
ENDLESS = "il renvoie sans fin d'une adresse à une autre"


def network_reason(error: Exception) -> str:
    """Return why a request of urllib3's failed."""
    if isinstance(error, SSLError):
        return BAD_CERTIFICATE
    is_slow = isinstance(error, TimeoutError) and not isinstance(error, NewConnectionError)
    return TOO_SLOW if is_slow else NO_ANSWER
