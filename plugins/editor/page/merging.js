// What two people wrote of one text, joined.

import { Doc } from "./front_matter.js";
import { difference } from "./key_lines.js";
import { asTyped } from "./moments.js";
import { PUBLISHED, REDIRECTS, TEXT } from "./work.js";

/** What two people wrote of one text, joined: `{text, clashes}`; a clash has both, `take(isMine)`. */
export function merged(work, theirs) {
  const [base, mine, other] = [new Doc(work.original), work.doc, new Doc(theirs)];
  const clashes = [];
  const meet = (label, put, ...both) =>
    clashes.push({ label, mine: both[0], theirs: both[1], take: (isMine) => isMine && put() });
  for (const field of [...work.ownFields, PUBLISHED, REDIRECTS]) {
    const values = [base, mine, other].map((doc) => doc.read(field).value);
    const [was, now, there] = values.map((one) => JSON.stringify(one));
    if (now === was || now === there) continue;
    const put = () => other.write(field, values[1], [...work.fields, field]);
    if (there === was) put();
    else meet(field.label, put, asWords(values[1]), asWords(values[2]));
  }
  const [was, now, there] = [base.body, mine.body, other.body];
  if (now !== was && now !== there) {
    const joined = there === was ? now : joinedParagraphs(was, now, there);
    const put = (text) => {
      other.body = text;
    };
    if (joined === null) meet(TEXT.label, () => put(now), now, there);
    else put(joined);
  }
  return { doc: other, clashes };
}

/** A value of a key, as it is shown. */
export function asWords(value) {
  return [value]
    .flat()
    .map((one) => (typeof one === "string" ? [one] : Object.values(one)).map(asTyped).join(", "))
    .join(" ; ");
}

const paragraphs = (text) => text.split(/(?<=\n)(?=\n)/);

/** Two changes of one text that are not in the same paragraphs, both made; null when they meet. */
function joinedParagraphs(base, mine, theirs) {
  const was = paragraphs(base);
  const [one, other] = [mine, theirs]
    .map(paragraphs)
    .map((now) => ({ now, at: difference(was, now) }))
    .sort((a, b) => a.at[0] - b.at[0]);
  const [[start, end, newEnd], [start2, end2, newEnd2]] = [one.at, other.at];
  if (end > start2 || start === start2) return null;
  return [
    ...was.slice(0, start),
    ...one.now.slice(start, newEnd),
    ...was.slice(end, start2),
    ...other.now.slice(start2, newEnd2),
    ...was.slice(end2),
  ].join("");
}
