// Reads lines of JSON, `[{text, edits: [{field, value, order}], body}]`, and writes what each text
// becomes.
import { createInterface } from "node:readline";

const { Doc } = await import(`${process.argv[2]}/front_matter.js`);
const edited = ({ text, edits = [], body }) => {
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
};
for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(JSON.parse(line).map(edited))}\n`);
