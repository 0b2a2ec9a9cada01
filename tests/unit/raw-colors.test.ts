import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDERS = ["app", "components", "lib", "scripts", "public"];
const RAW =
  /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color-mix)\(/gi;

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // A host page's colour is mixed with the tokens; plots are pictures for the documents.
  "lib/embed/theme.ts": ["color-mix("],
  "scripts/bench/plot-svg.ts": ["#57606a", "#0969da", "#cf222e"],
  "scripts/bench-stream/memory-svg.ts": ["#57606a", "#0969da", "#cf222e"],
  // Data as upstream sends it.
  "lib/demo/order-bodies.ts": ["#22304a", "#7a1f3d", "#0f5c4a"],
};
/** Stands in sentences that say how a colour is written. */
const EXAMPLE = "#1a2b3c";

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:tsx?|css|js)$/.test(file))
    .map((file) => `${folder}/${file}`);

/** Raw colours of a text; `&#8201;` is a character and `#add` in an address is a place. */
const rawColors = (text: string) =>
  [...text.matchAll(RAW)]
    .filter(({ index }) => !/[&/\w]$/.test(text.slice(Math.max(0, index - 1), index)))
    .map(([found]) => found);

test("raw colours stand in styles/ and in the shops' own files, and nowhere else", () => {
  const files = FOLDERS.flatMap(filesOf);
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) =>
    rawColors(readFileSync(file, "utf8"))
      .filter((color) => color !== EXAMPLE && !ALLOWED[file]?.includes(color))
      .map((color) => `${file}: ${color}`),
  );
  expect(found).toEqual([]);
});

test("the guard sees a colour in every way of writing one", () => {
  for (const text of [
    "#fff",
    "fill='#2b37a8'",
    "rgb(0 0 0)",
    "bg-[#12345678]",
    "oklch(0.5 0.1 2)",
  ]) {
    expect(rawColors(text), text).toHaveLength(1);
  }
  for (const text of ["&#8201;", "href='/en#add'", "#content", "#12", "x.rgba", "#abcdefg"]) {
    expect(rawColors(text), text).toEqual([]);
  }
});

test("the classes of pages know no palette but that of the tokens", () => {
  const config = readFileSync("tailwind.config.ts", "utf8");
  expect(config).toMatch(/theme: \{\s*colors: \{ \.\.\.colors, transparent/);
});
