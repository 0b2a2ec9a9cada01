import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demoPartnerIds, demoShops } from "@/scripts/demo-shops";
import { makeShops } from "../../support/shops-folder";

const shops = makeShops({
  default: { "shop.json": { name: "One" } },
  rosa: {
    "shop.json": { name: "Rosa", url: "https://rosa.example", partnerIdEnv: "ROSA_PARTNER_ID" },
  },
  draft: { "notes.txt": "not a shop yet" },
});

test("in a demo every shop has an address on this machine, and nobody's real partner ID", () => {
  const folder = demoShops(shops, 3000, { frameOrigins: ["http://127.0.0.1:3001"] });
  const read = (id: string) => JSON.parse(readFileSync(join(folder, id, "shop.json"), "utf8"));
  expect(read("rosa")).toMatchObject({
    url: "http://rosa.localhost:3000",
    embed: { origins: ["http://127.0.0.1:3001"] },
  });
  expect(read("default").url).toBeUndefined();
  expect(demoPartnerIds(folder)).toEqual({
    PARTNER_ID: "demo-partner",
    ROSA_PARTNER_ID: "demo-partner",
  });
  // The folder itself stays as it was.
  expect(JSON.parse(readFileSync(join(shops, "rosa", "shop.json"), "utf8")).url).toBe(
    "https://rosa.example",
  );
});

test("a demo writes nothing into the folder that a link leads to", () => {
  const linked = makeShops({ default: { "shop.json": { name: "One" } } });
  symlinkSync(join(shops, "rosa"), join(linked, "rosa"));
  const folder = demoShops(linked, 3000);
  const urlIn = (place: string) =>
    JSON.parse(readFileSync(join(place, "rosa", "shop.json"), "utf8")).url;
  expect(urlIn(folder)).toBe("http://rosa.localhost:3000");
  expect(urlIn(shops)).toBe("https://rosa.example");
});
