// What the tables of requests of the Git hosts share. Each function of a table asks; none decides anything.
//
// `repo` is `owner/name`, `ref` a branch or a commit. A change is `{path, data, base, last}`: `data` in base64,
// null to take the file away; `base` the blob that it replaces, null for a new file; `last` what GitLab knows it by.

export const steps = (path) => path.split("/").map(encodeURIComponent).join("/");
// One that was cancelled made place for a later one; one that waits for a yes is not over.
const UNDER_WAY =
  `queued in_progress waiting requested pending created preparing running scheduled manual stale
  waiting_for_resource action_required cancelled canceled`.split(/\s+/);
const PASSED = ["success", "neutral", "skipped", "warning"];

/** What a workflow says: `attente`, `bon`, `mauvais`; `rien` when there is none. */
export function verdict(words, address) {
  const state = !words.length
    ? "rien"
    : words.some((one) => UNDER_WAY.includes(one))
      ? "attente"
      : words.every((one) => PASSED.includes(one))
        ? "bon"
        : "mauvais";
  return { state, address };
}
