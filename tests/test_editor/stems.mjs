// Reads `{titles, files, texts}` and writes the names that the page makes of them, as JSON.
import { readFileSync } from "node:fs";

const { fileStem } = await import(`${process.argv[2]}/file_stem.js`);
const { safeName } = await import(`${process.argv[2]}/sent_files.js`);
const { withName } = await import(`${process.argv[2]}/renaming.js`);
const { titles, files, texts } = JSON.parse(readFileSync(0, "utf8"));
const named = files.map(([given, ending]) => safeName(given, ending, ["images/bal.jpg"]));
const renamed = texts.map((given) => withName(...given));
process.stdout.write(JSON.stringify([titles.map(fileStem), named, renamed]));
process.exit(); // what tells other tabs is open
