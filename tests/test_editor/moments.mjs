// Reads `[text]` and writes, for each, what a file has and what a person is told, as JSON.
import { readFileSync } from "node:fs";

const { inWords, written } = await import(`${process.argv[2]}/moments.js`);
const today = "2026-11-30";
const done = JSON.parse(readFileSync(0, "utf8")).map((text) => [
  written(text, today),
  inWords(text, today),
]);
process.stdout.write(JSON.stringify(done));
