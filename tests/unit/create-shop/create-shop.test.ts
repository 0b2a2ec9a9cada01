import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/env/schema";
import { LOCALES } from "@/lib/i18n/locales";
import { contrastFaults } from "@/lib/shop/contrast";
import { readShops } from "@/lib/shop/read-shops";
import { envClashes } from "@/scripts/create-shop/env-clashes";

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><rect width="80" height="40" fill="#ff7a1a"/><circle cx="20" cy="20" r="9" fill="#ffffff"/></svg>';
const work = mkdtempSync(join(tmpdir(), "create-shop-"));
const shops = join(work, "shops");
const env = join(work, ".env");
writeFileSync(join(work, "logo.svg"), LOGO);

function create(...flags: string[]) {
  const places = ["--shops", shops, "--env", env, "--no-doctor"];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/create-shop.ts", ...flags, ...places],
    { encoding: "utf8", env: { ...process.env, PARTNER_ID: "partner-rosa-77" } },
  );
  return { status, output: stdout + stderr };
}

const ROSA = ["--id", "rosa", "--name", "Rosa & Söhne", "--url", "https://rosa.example"];
const MORE = ["--email", "help@rosa.example", "--entity", "Rosa *Trading* Ltd", "--locale", "tr"];
const read = (siteUrl: string, defaultShop: string, environment = {}) =>
  readShops({ dir: shops, siteUrl, defaultShop, locales: LOCALES, environment });

let made: ReturnType<typeof create>;
beforeAll(() => {
  made = create(...ROSA, ...MORE, "--logo", join(work, "logo.svg"), "--country", "tr");
}, 60_000);

test("the flags of one command make a shop that the server takes without a fault", () => {
  expect(made.output).toContain("Made ");
  expect(made.status).toBe(0);
  const { faults, warnings, shops: found } = read("https://rosa.example", "rosa");
  expect([...faults, ...warnings]).toEqual([]);
  const [rosa] = found;
  expect(rosa?.shop).toMatchObject({
    id: "rosa",
    name: "Rosa & Söhne",
    partnerIdEnv: "PARTNER_ID",
    legalEntity: { name: "Rosa *Trading* Ltd" },
    defaults: { country: "TR", locale: "tr" },
  });
  expect([...(rosa?.legal.keys() ?? [])].sort()).toEqual(
    LOCALES.flatMap((locale) => [`privacy.${locale}`, `terms.${locale}`]).sort(),
  );
});

test("its colour is the logo's, made readable in both themes, and that is said", () => {
  const theme = read("https://rosa.example", "rosa").shops[0]?.shop.theme;
  if (!theme) throw new Error("there is no shop");
  expect(contrastFaults(theme)).toEqual([]);
  expect(theme.light.brand).not.toBe("#ff7a1a");
  expect(made.output).toContain(`#ff7a1a is hard to read on a light page; ${theme.light.brand}`);
});

describe("pictures come from the one logo", () => {
  test.each([
    ["icon-small.png", 192, 192, false],
    ["icon-large.png", 512, 512, false],
    ["icon-maskable.png", 512, 512, true],
    ["icon-apple.png", 180, 180, true],
    ["sharing.png", 1200, 630, true],
  ])("%s", async (name, width, height, isOpaque) => {
    const picture = sharp(readFileSync(join(shops, "rosa", name)));
    expect(await picture.metadata()).toMatchObject({ format: "png", width, height });
    expect((await picture.stats()).isOpaque).toBe(isOpaque);
    expect(statSync(join(shops, "rosa", name)).size).toBeLessThan(200_000);
  });

  test("the logo itself stays as it was", () => {
    expect(readFileSync(join(shops, "rosa", "logo.svg"), "utf8")).toBe(LOGO);
  });
});

test("the environment file is whole, nobody else may read it, and no flag or output holds the partner ID", () => {
  const lines = readFileSync(env, "utf8").split("\n");
  const values = Object.fromEntries(
    lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split(/=(.*)/s).slice(0, 2)),
  );
  expect(parseEnv(values).ok).toBe(true);
  expect(values).toMatchObject({
    PARTNER_ID: "partner-rosa-77",
    SITE_URL: "https://rosa.example",
    DEFAULT_SHOP: "rosa",
    SHOPS_DIR: shops,
  });
  expect(statSync(env).mode & 0o077).toBe(0);
  expect(made.output).not.toContain("partner-rosa-77");
  expect(readFileSync(join(shops, "rosa", "shop.json"), "utf8")).not.toContain("partner-rosa-77");
});

test("a second shop is another address of the same deployment, and changes nothing of the first", () => {
  const before = readFileSync(env, "utf8");
  const flags = ["--id", "9-lives", "--name", "Nine", "--url", "https://nine.example"];
  const second = create(...flags, "--email", "help@nine.example");
  expect(second.output).toContain("Made ");
  const after = readFileSync(env, "utf8");
  expect(after).toContain(before.trimEnd());
  expect(after).toContain("\nSHOP_9_LIVES_PARTNER_ID=partner-rosa-77\n");
  const environment = { SHOP_9_LIVES_PARTNER_ID: "x" };
  const { faults, shops: found } = read("https://rosa.example", "rosa", environment);
  expect(faults).toEqual([]);
  expect(found.map(({ shop }) => shop.url).sort()).toEqual([
    "https://nine.example",
    "https://rosa.example",
  ]);
  // Without a logo the pages draw the mark themselves.
  expect(readdirSync(join(shops, "9-lives")).sort()).toEqual(
    ["legal", "shop.json", "sharing.png"].sort(),
  );
}, 60_000);

test("a second shop does not become the default one on the first one's address and partner ID", () => {
  const before = readFileSync(env, "utf8");
  const flags = ["--id", "lila", "--name", "Lila", "--url", "https://lila.example"];
  const second = create(...flags, "--email", "help@lila.example", "--default");
  expect(second.output.trim().split("\n")).toEqual([
    `SITE_URL in ${env} is another one already; nothing was changed`,
    `DEFAULT_SHOP in ${env} is another one already; nothing was changed`,
  ]);
  expect(second.status).toBe(1);
  expect(readFileSync(env, "utf8")).toBe(before);
  expect(readdirSync(shops)).not.toContain("lila");
}, 60_000);

test("a value of the environment file that a new shop would need otherwise is named, and never shown", () => {
  const clashes = (kept: object, wanted: object) => envClashes(".env", { ...kept }, { ...wanted });
  const ids = [{ PARTNER_ID: "one-4711" }, { PARTNER_ID: "two-4711" }] as const;
  expect(clashes(...ids)).toEqual([
    "PARTNER_ID in .env is another one already; nothing was changed",
  ]);
  expect(clashes({ SHOPS_DIR: "/a" }, { SHOPS_DIR: "shops" })).toHaveLength(1);
  expect(clashes({ SHOPS_DIR: "./shops/" }, { SHOPS_DIR: "shops" })).toEqual([]);
  expect(clashes({ PARTNER_ID: "one" }, { PARTNER_ID: "" })).toEqual([]);
  const url = { SITE_URL: "https://rosa.example" };
  expect(clashes({ SITE_URL: "https://rosa.example/" }, url)).toEqual([]);
});

test("a shop that is there is never written over", () => {
  const before = readFileSync(join(shops, "rosa", "shop.json"), "utf8");
  const again = create(...ROSA, ...MORE);
  expect([again.status, again.output.trim()]).toEqual([
    1,
    `${join(shops, "rosa")} is there already; nothing was changed`,
  ]);
  expect(readFileSync(join(shops, "rosa", "shop.json"), "utf8")).toBe(before);
}, 60_000);

test("everything that is missing or wrong is said at once, and nothing is written", () => {
  const wrong = create(
    "--id",
    "Not Good",
    "--url",
    "http://x.example",
    "--logo",
    "/none.svg",
    "--country",
    "IR",
  );
  expect(wrong.status).toBe(1);
  expect(wrong.output.trim().split("\n").sort()).toEqual([
    "--country must be a country that upstream sells in, such as US",
    "--email is needed",
    "--id must be lower case letters, digits and hyphens",
    "--logo cannot be read",
    "--name is needed",
    "--url must be an https origin without a path, such as https://shop.example",
  ]);
  expect(readdirSync(shops).sort()).toEqual(["9-lives", "rosa"]);
}, 60_000);
