// Signing in on the host's own page, and back: OAuth 2.0 with PKCE (RFC 7636).

import { encoded, inUrl } from "./bytes.js";
import { Refused, askJson } from "./dom.js";
import { KEPT } from "./host_requests.js";

const PENDING = "ecrire-connexion"; // what a sign-in needs on its way back: of no use without the host's answer

const back = () => location.origin + location.pathname;

/** Leave for the host's page, which comes back here (`comeBack`). */
export async function leaveToSignIn({ table, config }) {
  const [secret, state] = [32, 16].map((size) =>
    inUrl(crypto.getRandomValues(new Uint8Array(size))),
  );
  const challenge = inUrl(await crypto.subtle.digest("SHA-256", encoded(secret)));
  sessionStorage.setItem(PENDING, JSON.stringify({ secret, state }));
  const asked = {
    client_id: config.application,
    redirect_uri: back(),
    response_type: "code",
    state,
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...(table.scope && { scope: table.scope }),
  };
  location.assign(`${config.hote}${table.authorize}?${new URLSearchParams(asked)}`);
  return new Promise(() => {}); // the page is left
}

/** The token of who comes back from the host's page, with what it added to the address. */
export async function comeBack({ table, config }, search) {
  const failed = (status = 401) =>
    new Refused(`La connexion à ${table.name} n'a pas abouti. ${KEPT} Recommencez.`, status);
  const came = new URLSearchParams(search);
  const { secret, state } = JSON.parse(sessionStorage.getItem(PENDING) ?? "{}");
  sessionStorage.removeItem(PENDING);
  if (!secret || came.get("state") !== state || !came.get("code")) throw failed();
  const body = new URLSearchParams({
    client_id: config.application,
    grant_type: "authorization_code",
    code: came.get("code"),
    redirect_uri: back(),
    code_verifier: secret,
  });
  const given = { method: "POST", body, credentials: "omit" };
  const told = await askJson(config.hote + table.exchange, given, (status) =>
    failed(status && 401),
  );
  if (!told.access_token) throw failed();
  return told.access_token;
}
