// What is asked of a Git host, with the token of who signed in, and what is said of its refusals.

import { REFUSED, WORDS } from "./host_words.js";

/** One person's way to a host: `{ask, refusal, token, me}`; the token is here alone, never kept. */
export function requestsTo(table, root, Refused) {
  const session = { token: "", me: "", refusal, ask };

  function refusal(status, answer) {
    return new Refused(`${table.name} ${WORDS[Math.min(status, 500)] ?? REFUSED}`, status, answer);
  }

  /** Ask the host. Answers whose status is among `calm` give null. */
  async function ask(method, path, body, ...calm) {
    let answer, told;
    try {
      const headers = {
        Accept: "application/json",
        ...(session.token && { Authorization: `Bearer ${session.token}` }),
        ...(body && { "Content-Type": "application/json" }),
      };
      answer = await fetch(table.api(root) + path, {
        method,
        headers,
        body: body && JSON.stringify(body),
        cache: "no-store",
        credentials: "omit",
      });
      told = await answer.json().catch((error) => {
        if (answer.ok) throw error;
      });
    } catch {
      throw refusal(0);
    }
    const { status } = answer;
    if (answer.ok) return told;
    if (calm.includes(status)) return null;
    if (status === 401) session.token = "";
    const isSlow = status === 403 && answer.headers.get("x-ratelimit-remaining") === "0";
    // 409 is kept for two versions of a text, which the page shows.
    throw Object.assign(refusal(isSlow ? 429 : status === 409 ? 422 : status), {
      said: String(told?.message),
    });
  }
  return session;
}
