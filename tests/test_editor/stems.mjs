// Reads `{titles, files}` and writes the names that the page makes of them, as JSON.
import { readFileSync } from "node:fs";

const { fileStem } = await import(`${process.argv[2]}/file_stem.js`);
const { safeName } = await import(`${process.argv[2]}/sent_files.js`);
const { titles, files } = JSON.parse(readFileSync(0, "utf8"));
const named = files.map(([given, ending]) => safeName(given, ending, ["images/bal.jpg"]));
process.stdout.write(JSON.stringify([titles.map(fileStem), named]));
