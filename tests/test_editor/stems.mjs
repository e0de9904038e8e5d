// Reads `[title]` and writes the names of files that the page makes of them, as JSON.
import { readFileSync } from "node:fs";

const { fileStem } = await import(`${process.argv[2]}/file_stem.js`);
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(fileStem)));
