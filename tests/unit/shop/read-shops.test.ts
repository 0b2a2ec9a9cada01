import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { readShops, type ShopsInput } from "@/lib/shop/read-shops";
import { makeShops } from "../../support/shops-folder";

const read = (dir: string, more: Partial<ShopsInput> = {}) =>
  readShops({
    dir,
    siteUrl: "https://shop.example",
    defaultShop: "default",
    locales: LOCALES,
    environment: {},
    ...more,
  });

/** The faults of one default shop, without the place of its file. */
const faultsOf = (config: object, files: Record<string, string> = {}) => {
  const dir = makeShops({ default: { "shop.json": { name: "One", ...config }, ...files } });
  return read(dir).faults.map((fault) => fault.replace(`${dir}/default/`, ""));
};

test("the shops that come with the program are right", () => {
  const { faults, shops } = read("shops", { siteUrl: "http://localhost:3000" });
  expect(faults).toEqual([]);
  expect(shops.map(({ shop }) => shop.id)).toContain("default");
});

test("all faults of all shops come at once, each with its file, its place and the rule", () => {
  const dir = makeShops({
    default: { "shop.json": { name: "", theme: { light: { brand: "red" } }, colour: 1 } },
    broken: { "shop.json": "{ name: }" },
    empty: { "readme.txt": "nothing here" },
    "Other Shop": { "shop.json": { name: "Other" } },
    rosa: { "shop.json": { name: "Rosa", url: "http://rosa.example/path" } },
    lone: { "shop.json": { name: "Lone" } },
  });
  const { faults, shops } = read(dir);
  expect(shops).toEqual([]);
  const lines = faults.map((fault) => fault.replace(`${dir}/`, "")).sort();
  expect(lines).toEqual([
    "Other Shop: must be named in lower case letters and digits",
    expect.stringMatching(/^broken\/shop\.json: is not JSON \(.+\)$/),
    "default/shop.json: colour is not a field of shop.json",
    "default/shop.json: name must not be empty; leave the field out instead",
    "default/shop.json: theme.light.brand must be a colour such as #1a2b3c",
    "empty/shop.json: cannot be read",
    "lone/shop.json: url is missing",
    "rosa/shop.json: url must be an https origin without a path, such as https://shop.example",
  ]);
});

test.each([
  [{ theme: { light: { brnad: "#112233" } } }, "theme.light.brnad is not a field of shop.json"],
  [{ theme: { radius: 99 } }, "theme.radius must be 24 or less"],
  [{ theme: { radius: "12" } }, "theme.radius must be a number"],
  [{ theme: { radius: 1.5 } }, "theme.radius must be a whole number"],
  [{ theme: { ornament: "stars" } }, "theme.ornament must be one of awning, line, none"],
  [{ theme: "red" }, "theme must be a group of fields in { }"],
  [{ legalEntity: {} }, "legalEntity.name is missing"],
  [{ name: "x".repeat(61) }, "name must be 60 characters or fewer"],
  [{ logo: { light: 1 } }, "logo.light must be a text"],
  [{ logo: { light: "a.svg", withName: "yes" } }, "logo.withName must be true or false"],
  [{ support: { email: "nobody" } }, "support.email must be an e-mail address"],
  [
    { catalogue: { countries: [] } },
    "catalogue.countries must not be empty; leave the field out instead",
  ],
  [{ payment: { windowMinutes: 1 } }, "payment.windowMinutes must be 5 or more"],
  [
    { payment: { networkFees: { Tron: { lowUsd: "1", highUsd: "2", seconds: 9 } } } },
    "payment.networkFees.Tron must be in lower case",
  ],
  [
    { home: { title: { english: "Hello" } } },
    "home.title.english must be a language such as en or pt-BR",
  ],
])("%j is told as a rule", (config, fault) => {
  expect(faultsOf(config)).toEqual([`shop.json: ${fault}`]);
});

test("a folder that is not there, and a default shop that is not there, are faults", () => {
  expect(read("/no/such/folder").faults).toEqual(["/no/such/folder: there is no such folder"]);
  const dir = makeShops({ rosa: { "shop.json": { name: "Rosa", url: "https://rosa.example" } } });
  expect(read(dir).faults).toEqual([`${dir}: there is no shop "default"`]);
});

describe("what is right field by field but not together is a fault", () => {
  test.each([
    [
      { defaults: { country: "IR" } },
      ["defaults.country IR is not a country that upstream sells in"],
    ],
    [
      { catalogue: { hiddenCountries: ["US", "XX"] } },
      [
        "catalogue.hiddenCountries XX is not a country that upstream sells in",
        "defaults.country US is not sold in",
      ],
    ],
    [{ catalogue: { countries: ["DE"] } }, ["defaults.country US is not sold in"]],
    [{ payment: { coins: ["BTC"] } }, ["defaults.coin USDC is not taken"]],
    [{ payment: { hiddenNetworks: ["solana"] } }, ["defaults.network Solana is not taken"]],
    [
      { catalogue: { hiddenBrands: ["netflix"], featuredBrands: ["netflix"] } },
      ["catalogue.featuredBrands netflix is a hidden brand"],
    ],
    [
      { payment: { windowMinutes: 5, marginMinutes: 5 } },
      ["payment.marginMinutes must be less than payment.windowMinutes"],
    ],
  ])("%o", (config, faults) => {
    expect(faultsOf(config)).toEqual(faults.map((fault) => `shop.json: ${fault}`));
  });
});

test("a language that the pages do not have yet is a warning, and the first language stands in", () => {
  const config = {
    name: "Two",
    defaults: { locale: "xx" },
    home: { title: { en: "Hello", xx: "?" } },
    footer: { links: [{ label: { xx: "?" }, url: "/en/help" }] },
  };
  const dir = makeShops({ default: { "shop.json": config, "legal/help.xx.md": "# ?" } });
  const { faults, warnings, shops } = read(dir);
  expect(faults).toEqual([]);
  expect(warnings.map((warning) => warning.replace(`${dir}/default/`, ""))).toEqual([
    "shop.json: defaults.locale xx is not a language of the pages; en is used",
    "shop.json: home.title.xx is not a language of the pages, and is not used",
    "shop.json: footer.links.0.label.xx is not a language of the pages, and is not used",
    "legal/help.xx.md: is not in a language of the pages, and is not used",
  ]);
  expect(shops[0]?.shop.defaults.locale).toBe("en");
});

test("a file that is named must be there, inside the shop's own folder", () => {
  expect(faultsOf({ logo: { light: "logo.svg" } })).toEqual([
    "shop.json: logo.light logo.svg cannot be read",
  ]);
  for (const name of [
    "../other/logo.svg",
    "/etc/passwd",
    "logo.html",
    "a/../../x.svg",
    ".env.svg",
  ]) {
    expect(faultsOf({ logo: { light: name } }), name).toEqual([
      "shop.json: logo.light must be a svg or png or webp file in the shop's folder",
    ]);
  }
  expect(faultsOf({ logo: { light: "img/logo.svg" } }, { "img/logo.svg": "<svg/>" })).toEqual([]);
});

test("a partner ID stands in the environment alone, and must be there and look like one", () => {
  const config = { name: "Rosa", url: "https://rosa.example", partnerIdEnv: "ROSA_PARTNER_ID" };
  const dir = makeShops({
    default: { "shop.json": { name: "One" } },
    rosa: { "shop.json": config },
  });
  const faults = (environment: Record<string, string>) => read(dir, { environment }).faults;
  expect(faults({})).toEqual([
    `${dir}/rosa/shop.json: partnerIdEnv ROSA_PARTNER_ID is not set in the environment`,
  ]);
  const [bad] = faults({ ROSA_PARTNER_ID: "has spaces 4711" });
  expect(bad).toContain("partnerIdEnv ROSA_PARTNER_ID must be printable, no spaces");
  expect(bad).not.toContain("4711");
  expect(faults({ ROSA_PARTNER_ID: "p-1" })).toEqual([]);
});

test("the default shop has SITE_URL, and two shops cannot have one host", () => {
  const rosa = { name: "Rosa", url: "https://shop.example" };
  const dir = makeShops({ default: { "shop.json": { name: "One" } }, rosa: { "shop.json": rosa } });
  expect(read(dir).faults).toEqual(["shops default and rosa have the same address shop.example"]);
  const moved = read(dir, { siteUrl: "https://one.example" });
  expect(moved.faults).toEqual([]);
  expect(moved.shops.map(({ shop }) => shop.url).sort()).toEqual([
    "https://one.example",
    "https://shop.example",
  ]);
});

test("H2: a shop's folder may be a link, as in a mounted volume, and what is no folder is no shop", () => {
  const dir = makeShops({ "..2026_01": { "rosa/shop.json": { name: "Rosa" } } });
  symlinkSync("..2026_01", join(dir, "..data"));
  symlinkSync("..data/rosa", join(dir, "rosa"));
  symlinkSync("circle", join(dir, "circle"));
  writeFileSync(join(dir, "default"), "");
  const { shops, faults } = read(dir, { defaultShop: "rosa" });
  expect(faults).toEqual([]);
  expect(shops.map(({ shop }) => shop.name)).toEqual(["Rosa"]);
  expect(read(dir, { siteUrl: "https://one.example" }).faults).toEqual([
    `${dir}/rosa/shop.json: url is missing`,
    `${dir}: there is no shop "default"`,
  ]);
  expect(read(join(dir, "default")).faults).toEqual([`${dir}/default: there is no such folder`]);
});

test("a shop of this machine is left out where the default shop has a real address", () => {
  const dir = makeShops({
    default: { "shop.json": { name: "One" } },
    draft: {
      "shop.json": {
        name: "Draft",
        url: "http://draft.localhost:3000",
        partnerIdEnv: "DRAFT_PARTNER_ID",
      },
    },
  });
  const ids = (siteUrl: string) =>
    read(dir, { siteUrl, environment: { DRAFT_PARTNER_ID: "d" } }).shops.map(({ shop }) => shop.id);
  expect(read(dir).faults).toEqual([]);
  expect(ids("https://shop.example")).toEqual(["default"]);
  expect(ids("http://localhost:3000").sort()).toEqual(["default", "draft"]);
});

test("the revision follows the configuration, the address, the upstream, the files and the texts", () => {
  const dir = makeShops({
    default: {
      "shop.json": { name: "One", logo: { light: "logo.svg" } },
      "logo.svg": "<svg/>",
      "legal/terms.en.md": "# Terms\n\nFirst.",
    },
  });
  const revision = (more: Partial<ShopsInput> = {}) => {
    const { faults, shops } = read(dir, more);
    expect(faults).toEqual([]);
    return shops[0]?.shop.revision;
  };
  const seen = [
    revision(),
    revision({ siteUrl: "https://other.example" }),
    revision({ environment: { API_URL: "https://other.example" } }),
  ];
  expect(revision()).toBe(seen[0]);
  const changes: [string, string][] = [
    ["shop.json", JSON.stringify({ name: "Two", logo: { light: "logo.svg" } })],
    ["logo.svg", "<svg><g/></svg>"],
    ["legal/terms.en.md", "# Terms\n\nSecond."],
    ["legal/help.en.md", "# Help"],
  ];
  for (const [name, content] of changes) {
    writeFileSync(join(dir, "default", name), content);
    seen.push(revision());
  }
  expect(new Set(seen).size).toBe(seen.length);
});

test("a legal page is known by its name and language, and what has no place in it is named", () => {
  expect(
    faultsOf(
      {},
      {
        "legal/terms.en.md": "Terms without a heading",
        "legal/privacy.en.md": "# Privacy\n\n<script>x</script>\n\n[x](javascript:alert)",
        "legal/cookies.en.md": "# Cookies",
      },
    ).sort(),
  ).toEqual([
    "legal/cookies.en.md: must be <page>.<language>.md, a page being help, terms, privacy, imprint",
    "legal/privacy.en.md: line 3: HTML has no place here",
    "legal/privacy.en.md: line 5: a link must begin with https://, mailto:, tel:, / or #",
    "legal/terms.en.md: line 1: must begin with a heading such as # Terms",
  ]);
});
