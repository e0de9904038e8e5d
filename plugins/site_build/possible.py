"""Requests that no build can carry out, and that no save of a content file would mend."""

from __future__ import annotations

from pathlib import Path

from diagnostics import Diagnostics, system_reason, without_password
from scribouilli.clock import build_moment
from scribouilli.urls import is_site_address
from site_build.request import BuildRequest, shown_path
from site_build.staging import is_replaceable


def tell_impossible(request: BuildRequest, diagnostics: Diagnostics) -> None:
    """Tell folders and addresses that cannot be: nothing that was not built here is replaced."""
    if request.siteurl and not is_site_address(request.siteurl):
        address = without_password(request.siteurl)
        message = f"l'adresse « {address} » n'est pas celle d'un site"
        diagnostics.add("--siteurl", 0, message, "Écrivez par exemple https://exemple.fr.")
    _tell_moment(diagnostics)
    if _is_content(request.content, diagnostics):
        _tell_output(request, diagnostics)


def _tell_moment(diagnostics: Diagnostics) -> None:
    try:
        build_moment()
    except (ValueError, OverflowError, OSError):
        message = "cette variable n'est pas un nombre de secondes depuis 1970"
        diagnostics.add("SOURCE_DATE_EPOCH", 0, message, "Écrivez par exemple 1767225600.")


def _is_content(content: Path, diagnostics: Diagnostics) -> bool:
    try:
        if content.is_dir():
            return True
        what = "n'est pas un dossier" if content.exists() else "n'existe pas"
    except OSError as error:
        what = f"ne peut pas être lu ({system_reason(error)})"
    diagnostics.add(shown_path(content), 0, f"ce dossier de contenu {what}", "Vérifiez son nom.")
    return False


def _tell_output(request: BuildRequest, diagnostics: Diagnostics) -> None:
    content, output = request.content, request.output
    if output.is_relative_to(content) or content.is_relative_to(output):
        where = shown_path(content)
        message = f"le site ne peut pas être construit là où est son contenu ({where})"
        diagnostics.add(shown_path(output), 0, message, "Choisissez un autre dossier.")
        return
    try:
        if is_replaceable(output):
            return
        message = "ce dossier contient autre chose qu'un site construit ici"
        hint = "Choisissez un dossier vide ou nouveau."
    except OSError as error:
        message = f"ce dossier ne peut pas recevoir le site ({system_reason(error)})"
        hint = "Choisissez-en un autre."
    diagnostics.add(shown_path(output), 0, message, hint)
