// Builds dist/<hash>/: one style sheet, the fonts, the scripts; and dist/version.txt with the hash, so that
// browsers may keep each file for ever. Deterministic: the same sources give the same bytes.
// Never: fetches anything, and never leaves a reference to another host in what it writes.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, Logger } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const root = join(here, "dist");
const dist = join(root, "next");
const HASH_SHOWN = 12;

rmSync(root, { recursive: true, force: true });
mkdirSync(join(dist, "fonts"), { recursive: true });

const style = compile(join(here, "src/styles/main.scss"), {
  style: "compressed",
  // The justice package reaches the base package by a bare path, so both must resolve to the same files.
  loadPaths: [modules, here],
  quietDeps: true,
  logger: Logger.silent,
});
const foreign = style.css.match(/url\((?!["']?(?:fonts\/|data:))[^)]*\)|GDS Transport/g);
if (foreign) throw new Error(`the style sheet refers to something we do not ship: ${foreign.join(", ")}`);
writeFileSync(join(dist, "marchland.css"), style.css + "\n");

const golos = join(modules, "@fontsource-variable/golos-text/files");
for (const subset of ["latin", "cyrillic", "cyrillic-ext"]) {
  copyFileSync(join(golos, `golos-text-${subset}-wght-normal.woff2`), join(dist, "fonts", `golos-${subset}.woff2`));
}
const plex = join(modules, "@fontsource/ibm-plex-mono/files");
for (const subset of ["latin", "cyrillic"]) {
  copyFileSync(join(plex, `ibm-plex-mono-${subset}-400-normal.woff2`), join(dist, "fonts", `plex-mono-${subset}.woff2`));
}

copyFileSync(join(here, "src/mark.svg"), join(dist, "mark.svg"));
for (const script of readdirSync(join(here, "src/scripts")).sort()) {
  copyFileSync(join(here, "src/scripts", script), join(dist, script));
}

// Both design systems state MIT in package.json and ship no licence file, so their notice is written here.
const notices = [
  ["govuk-frontend", "MIT, Crown Copyright, https://github.com/alphagov/govuk-frontend"],
  ["@ministryofjustice/frontend", "MIT, Crown Copyright, https://github.com/ministryofjustice/moj-frontend"],
  ["lucide-static", readFileSync(join(modules, "lucide-static/LICENSE"), "utf8").trim()],
  ["Golos Text", readFileSync(join(modules, "@fontsource-variable/golos-text/LICENSE"), "utf8").trim()],
  ["IBM Plex Mono", readFileSync(join(modules, "@fontsource/ibm-plex-mono/LICENSE"), "utf8").trim()],
];
writeFileSync(join(dist, "NOTICES.txt"), notices.map(([name, text]) => `${name}\n\n${text}\n`).join("\n----\n\n"));

const hash = createHash("sha256");
for (const file of readdirSync(dist, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).map((f) => join(f.parentPath, f.name)).sort()) {
  hash.update(file.slice(dist.length)).update(readFileSync(file));
}
const version = hash.digest("hex").slice(0, HASH_SHOWN);
renameSync(dist, join(root, version));
writeFileSync(join(root, "version.txt"), version + "\n");
