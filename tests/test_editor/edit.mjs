// Reads `[{text, edits: [{field, value, order}], body}]` and writes what each text becomes, as JSON.
import { readFileSync } from "node:fs";

const { Doc } = await import(`${process.argv[2]}/front_matter.js`);
const done = JSON.parse(readFileSync(0, "utf8")).map(({ text, edits = [], body }) => {
  const doc = new Doc(text);
  const read = edits.map(({ field }) => doc.read(field));
  const written = edits.map(({ field, value, order }) => doc.write(field, value, order));
  if (body !== undefined) doc.body = body;
  return {
    read,
    written,
    text: doc.text,
    body: doc.body,
    again: edits.map(({ field }) => doc.read(field)),
  };
});
process.stdout.write(JSON.stringify(done));
