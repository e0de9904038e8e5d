"""Why the system refused, in French."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "le droit manque",
    errno.EPERM: "le droit manque",
    errno.ENOENT: "il n'existe pas",
    errno.ENOTDIR: "ce qui le contient n'est pas un dossier",
    errno.EISDIR: "c'est un dossier",
    errno.EROFS: "ce disque ne peut pas être modifié",
    errno.ENAMETOOLONG: "son nom est trop long",
    errno.ENOSPC: "le disque est plein",
    errno.EIO: "le disque ne répond pas",
    errno.EBADF: "ce n'est ouvert que pour la lecture",
}


def system_reason(error: OSError) -> str:
    """Return what an error of the system means, in a few words."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
