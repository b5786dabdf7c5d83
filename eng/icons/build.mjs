// Packs the icon sets into src/HomeDash/Icon/Sets: see docs/apps.md, and IconSet.cs, which reads them.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const packages = join(import.meta.dirname, "node_modules");
const target = join(import.meta.dirname, "../../src/HomeDash/Icon/Sets");
const iconsInBlock = 64;

const json = (...path) => JSON.parse(readFileSync(join(packages, ...path), "utf8"));
const compress = text => brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } });

/** The one path of an icon drawn on a field of 24 by 24; every icon of both sets is drawn so. */
function outline(file) {
  const found = /^<svg [^>]*viewBox="0 0 24 24"[^>]*>(?:<title>[^<]*<\/title>)?<path d="([^"]+)" ?\/><\/svg>\s*$/.exec(readFileSync(file, "utf8"));
  if (!found) throw new Error(`${file} is drawn in another way than the icons before it`);
  return found[1];
}

/** A file: the length of the index in 4 bytes (little endian), the index, the blocks; each packed for itself. */
function write(set, version, icons) {
  const blocks = [];
  for (let first = 0; first < icons.length; first += iconsInBlock) {
    blocks.push(compress(icons.slice(first, first + iconsInBlock).map(icon => icon.outline).join("\n")));
  }
  const lines = icons.map(icon => [icon.name, icon.title, icon.colour ?? "", ...icon.aliases].map(field => field.replaceAll(/[\t\n]/g, " ")).join("\t"));
  const index = compress([`${version}\t${iconsInBlock}\t${blocks.map(block => block.length).join(",")}`, ...lines].join("\n"));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  const file = Buffer.concat([length, index, ...blocks]);
  writeFileSync(join(target, `${set}.icons`), file);
  console.log(`${set} ${version}: ${icons.length} icons, ${file.length} bytes, sha256 ${createHash("sha256").update(file).digest("hex")}`);
}

// Simple Icons are CC0 but for those that name a licence of their own. Kept are licences that ask for no more than to be named.
const simpleVersion = json("simple-icons", "package.json").version;
const kept = new Set([undefined, "CC0-1.0", "Unlicense", "MIT", "Apache-2.0", "BSD-3-Clause", "CC-BY-2.5", "CC-BY-3.0", "CC-BY-4.0"]);
const brands = json("simple-icons", "data", "simple-icons.json").filter(brand => kept.has(brand.license?.type));
const aliases = brand => [...(brand.aliases?.aka ?? []), ...(brand.aliases?.old ?? []), ...(brand.aliases?.dup ?? []).map(other => other.title)];
write("simple-icons", simpleVersion, brands.map(brand => ({
  name: brand.slug,
  title: brand.title,
  colour: brand.hex,
  aliases: aliases(brand),
  outline: outline(join(packages, "simple-icons", "icons", `${brand.slug}.svg`)),
})).sort((one, other) => (one.name < other.name ? -1 : 1)));

// Of Material Design Icons the outlined doubles and those given up are left out.
const mdi = json("@mdi/svg", "meta.json").filter(icon => !icon.name.endsWith("-outline") && (!icon.deprecated || icon.name === "home-assistant"));
write("mdi", json("@mdi/svg", "package.json").version, mdi.map(icon => ({
  name: icon.name,
  title: icon.name.replaceAll("-", " "),
  aliases: icon.aliases,
  outline: outline(join(packages, "@mdi/svg", "svg", `${icon.name}.svg`)),
})).sort((one, other) => (one.name < other.name ? -1 : 1)));

const notice = brands.filter(brand => brand.license && !["CC0-1.0", "Unlicense"].includes(brand.license.type))
  .map(brand => `${brand.title}: ${brand.license.type}${brand.license.url ? ` (${brand.license.url})` : ""}, from ${brand.source}`);
writeFileSync(join(target, "NOTICE.txt"), `The icons in this folder were made by others. Brands belong to their owners; that an icon is here grants no right to a brand.

simple-icons.icons holds icons of Simple Icons ${simpleVersion}, which its makers have given to the public by CC0 1.0. Those listed
below are under licences of their own; their outlines are unchanged. Icons under licences that forbid commercial use or changes,
that ask for the same licence, or that were written for the one icon are left out.

mdi.icons holds icons of Material Design Icons ${json("@mdi/svg", "package.json").version} by Pictogrammers, under the Apache License 2.0: see LICENSE-mdi.txt and
LICENSE-Apache-2.0.txt.

${notice.join("\n")}
`);
writeFileSync(join(target, "LICENSE-mdi.txt"), readFileSync(join(packages, "@mdi/svg", "LICENSE")));
console.log(`${basename(target)}: ${readdirSync(target).join(", ")}`);
