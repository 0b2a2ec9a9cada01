import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { flatMessages } from "../../support/flat-messages";

const sources = ["app", "components", "lib", "scripts"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
);
const words = new Set(sources.join("\n").match(/\w+/g));

/** Names that are made of data: upstream's words, the demo's actions, texts that are numbered. */
const BY_DATA =
  /^(?:catalog\.categories|problems|order\.demo\.action|product\.(?:methods|plan\.(?:units|benefits)))\.|\.\d+$/;
/** Names that are put together, by what they end with. */
const PUT_TOGETHER = /Text$/;

test("every message is asked for by its name somewhere", async () => {
  const names = [...(await flatMessages("en")).keys()].filter((name) => !BY_DATA.test(name));
  expect(names.length).toBeGreaterThan(500);
  const unused = names.filter((name) => {
    const last = name.slice(name.lastIndexOf(".") + 1);
    return !words.has(last) && !words.has(last.replace(PUT_TOGETHER, ""));
  });
  expect(unused).toEqual([]);
});
