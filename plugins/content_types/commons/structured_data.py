"""What search engines read of an actor: schema.org/Organization, or a kind of it that is told."""

from __future__ import annotations

from content_types.commons.actor import ASSOCIATION, LOCAL_BUSINESS, Actor
from content_types.events.structured_data import postal_json
from core.json_ld import CONTEXT, Node, without_blanks

# Nothing is guessed: without `type` in its file, an actor is an Organization.
_TYPES = {ASSOCIATION: "NGO", LOCAL_BUSINESS: "LocalBusiness"}


def actor_json(actor: Actor, *, address: str, logo: str = "") -> Node:
    """Return an actor (schema.org/Organization; Google, « Organization »).

    Args:
        address: the address of its page here, with scheme and host: what names it in our data.
        logo: that of its logo, likewise, or "".
    """
    return {
        "@context": CONTEXT,
        **without_blanks(
            {
                "@type": _TYPES.get(actor.kind, "Organization"),
                "@id": f"{address}#acteur",
                "name": actor.name,
                "url": actor.site or address,
                "mainEntityOfPage": address,
                "logo": logo,
                "address": _where(actor),
            }
        ),
    }


def _where(actor: Actor) -> str | Node | None:
    """Return where an actor is, as precisely as it is told."""
    if not actor.address:
        town: Node = {"@type": "PostalAddress", "addressLocality": actor.town}
        return town if actor.town else None
    reported = actor.town.casefold() in actor.address.casefold()
    return postal_json(actor.address if reported else f"{actor.address}, {actor.town}")
