// What two people wrote of one text, joined.

import { Doc } from "./front_matter.js";
import { asTyped } from "./moments.js";
import { PUBLISHED } from "./work.js";

/** What two people wrote of one text, joined: `{text, clashes}`; a clash has both, `take(isMine)`. */
export function merged(work, theirs) {
  const [base, mine, other] = [new Doc(work.original), work.doc, new Doc(theirs)];
  const clashes = [];
  for (const field of [...work.ownFields, PUBLISHED]) {
    const [was, now, there] = [base, mine, other].map((doc) =>
      JSON.stringify(doc.read(field).value),
    );
    if (now === was || now === there) continue;
    const put = () => other.write(field, mine.read(field).value, work.fields);
    if (there === was) put();
    else
      clashes.push({
        label: field.label,
        mine: asWords(mine.read(field).value),
        theirs: asWords(other.read(field).value),
        take: (isMine) => isMine && put(),
      });
  }
  if (mine.body !== base.body && mine.body !== other.body) {
    const joined =
      other.body === base.body ? mine.body : joinedParagraphs(base.body, mine.body, other.body);
    if (joined !== null) other.body = joined;
    else
      clashes.push({
        label: "Texte",
        mine: mine.body,
        theirs: other.body,
        take: (isMine) => {
          if (isMine) other.body = mine.body;
        },
      });
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

/** Where two lists differ: `[start, end of the first, end of the second]`. */
export function difference(one, other) {
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1])
    [end, otherEnd] = [end - 1, otherEnd - 1];
  return [start, end, otherEnd];
}

/** Two changes of one text that are not in the same paragraphs, both made; null when they meet. */
function joinedParagraphs(base, mine, theirs) {
  const [was, now, there] = [base, mine, theirs].map(paragraphs);
  const [a, aEnd, aNew] = difference(was, now);
  const [b, bEnd, bNew] = difference(was, there);
  if (aEnd <= b && a !== b)
    return [
      ...was.slice(0, a),
      ...now.slice(a, aNew),
      ...was.slice(aEnd, b),
      ...there.slice(b, bNew),
      ...was.slice(bEnd),
    ].join("");
  if (bEnd <= a && a !== b)
    return [
      ...was.slice(0, b),
      ...there.slice(b, bNew),
      ...was.slice(bEnd, a),
      ...now.slice(a, aNew),
      ...was.slice(aEnd),
    ].join("");
  return null;
}
