import { gzipSync } from "node:zlib";
import { askTwice } from "../../scripts/bench/ask-twice";
import { INTERACTIONS, slowestTouch } from "../../scripts/bench/interactions";
import { expect, test } from "./support/test";

// Next and React alone weigh about 131 kB; the rest is what this shop adds.
const SCRIPT_BUDGET_KB = 152;

for (const path of ["/en", "/en/us", "/en/us/browse", "/en/us/pixelforge"]) {
  test(`${path} loads no more script than its budget`, async ({ request }) => {
    const html = await (await request.get(path)).text();
    const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)];
    const sources = tags
      .filter(([tag]) => !/\snomodule/i.test(tag))
      .map(([, source = ""]) => source);
    expect(sources.length).toBeGreaterThan(3);
    let bytes = 0;
    for (const source of new Set(sources)) {
      bytes += gzipSync(await (await request.get(source)).body(), { level: 9 }).length;
    }
    expect(bytes / 1000).toBeLessThan(SCRIPT_BUDGET_KB);
  });
}

for (const name of Object.keys(INTERACTIONS) as (keyof typeof INTERACTIONS)[]) {
  test(`${name} answers every touch within 200 ms on a phone four times slower`, async ({
    page,
  }) => {
    expect(await slowestTouch(page, name)).toBeLessThanOrEqual(200);
  });
}

test("the catalogue as JSON travels packed once, with its length, and is not packed again", async () => {
  const url = `${process.env.SHOP_URL}/api/catalog/US`;
  expect(await askTwice(url)).toEqual({ sentAgain: 0, packedAgain: 0 });
});
