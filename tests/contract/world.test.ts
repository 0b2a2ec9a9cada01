import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COUNTRY_CODES } from "@/lib/catalog/countries";
import { createSandbox, type Sandbox } from "../../sandbox/create-sandbox";
import { RANGE_LINE, validationRequest } from "./samples/requests";
import { asList, asRecord, HEADERS, sandboxForTests } from "./support/upstream";

const upstream = sandboxForTests({ seed: 1 });
const sandboxes: Sandbox[] = [];
const STAYS = "/v5/products/country/US?brand_name=Example+Stays";
const urls = { same: "", other: "" };

beforeAll(async () => {
  for (const [name, seed] of [
    ["same", 1],
    ["other", 2],
  ] as const) {
    const sandbox = createSandbox({ seed });
    sandboxes.push(sandbox);
    urls[name] = (await sandbox.listen(0)).url;
  }
});
afterAll(async () => {
  await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
});

/** A body as it would be if every sandbox listened at the same place. */
async function textFrom(url: string, path: string): Promise<string> {
  const reply = await fetch(url + path, { headers: HEADERS });
  return (await reply.text()).replaceAll(url, "http://upstream");
}

test("all 233 countries of the developer page answer, the United States with about 900 brands", {
  timeout: 30_000,
}, async () => {
  const counts: Record<string, number> = {};
  for (const country of COUNTRY_CODES) {
    const body = asRecord(await upstream.read(`/v2/brands?country_code=${country}`));
    expect(body.country_code).toBe(country);
    counts[country] = asList(body.all_brands).length;
  }
  expect(Object.keys(counts)).toHaveLength(233);
  const { US, ...others } = counts;
  expect(US).toBeGreaterThanOrEqual(850);
  expect(US).toBeLessThanOrEqual(950);
  const sizes = Object.values(others);
  expect(Math.min(...sizes)).toBe(0);
  expect(Math.max(...sizes)).toBeGreaterThan(300);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(400);
  expect(sizes.filter((size) => size === 0).length).toBeLessThan(10);
});

test.each([
  "/v2/brands?country_code=US",
  "/v2/homepage?country_code=FR",
  "/v5/products/country/US?brand_name=Pixelforge&coin=BTC",
  "/v4/products/price?brand_name=Example+Stays&country_code=US&face_value=77&coin=ETH",
])("the same seed makes the same world: %s", async (path) => {
  expect(await textFrom(urls.same, path)).toBe(await textFrom(upstream.url(), path));
});

test.each(["US", "FR"])(
  "another seed makes another world, in %s down to the names",
  async (country) => {
    const path = `/v2/brands?country_code=${country}`;
    const names = (body: string) =>
      asList(asRecord(JSON.parse(body)).all_brands).map(({ brand }) => brand);
    const [one, other] = [await textFrom(upstream.url(), path), await textFrom(urls.other, path)];
    expect(names(other)).not.toEqual(names(one));
  },
);

test("a sandbox asked twice answers the same", async () => {
  const path = "/v5/products/country/TR?family_name=oyunkale&coin=USDC&lang=tr";
  expect(await textFrom(upstream.url(), path)).toBe(await textFrom(upstream.url(), path));
});

describe("a word that every object inherits", () => {
  test("is no coin", async () => {
    const request = validationRequest([RANGE_LINE], { coin: "constructor" });
    const answers = [
      await upstream.get(`${STAYS}&coin=constructor`),
      await upstream.post("/v5/orders/validations", request),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
  });

  test("is no language", async () => {
    const { body } = await upstream.get(`${STAYS}&coin=USDC&lang=constructor`);
    expect(body).toEqual([expect.objectContaining({ rich_description: null })]);
  });

  test("is no coupon", async () => {
    const request = { ...validationRequest([RANGE_LINE]), promo_code: "constructor" };
    const { body } = await upstream.post("/v5/orders/validations", request);
    expect(body).toMatchObject({ problems: [{ problem: "COUPON_NOT_FOUND" }] });
  });
});
