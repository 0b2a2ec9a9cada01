import { beforeEach, describe, expect, test } from "vitest";
import { findProof, issueProof } from "@/lib/order-access/proof";
import { setTestEnv } from "../../support/test-env";

const shop = { id: "default", url: "http://localhost:3000" };
const secureShop = { id: "default", url: "https://shop.example" };
const now = 1_790_000_000_000;

const jarOf = (cookies: { name: string; value: string }[]) =>
  new Map(cookies.map(({ name, value }) => [name, value] as const));

beforeEach(() => setTestEnv());

describe("A1 the proof cookie", () => {
  test("gives the right to its own order only", () => {
    const jar = jarOf(issueProof(shop, "order-1", { scope: "full" }, new Map(), now));
    expect(findProof(shop, "order-1", jar, now)?.scope).toBe("full");
    expect(findProof(shop, "order-2", jar, now)).toBeUndefined();
  });

  test("does not count for another order when its name is borrowed", () => {
    const [mine] = issueProof(shop, "order-1", { scope: "full" }, new Map(), now);
    const [other] = issueProof(shop, "order-2", { scope: "full" }, new Map(), now);
    const jar = new Map([[other?.name ?? "", mine?.value ?? ""]]);
    expect(findProof(shop, "order-2", jar, now)).toBeUndefined();
  });

  test("does not count on another shop", () => {
    const jar = jarOf(issueProof(shop, "order-1", { scope: "full" }, new Map(), now));
    expect(findProof({ ...shop, id: "other" }, "order-1", jar, now)).toBeUndefined();
  });

  test("cannot be widened from pay to full, nor its accepted total changed", () => {
    const [cookie] = issueProof(
      shop,
      "order-1",
      { scope: "pay", acceptedTotal: "10" },
      new Map(),
      now,
    );
    const { name = "", value = "" } = cookie ?? {};
    expect(findProof(shop, "order-1", new Map([[name, value]]), now)?.acceptedTotal).toBe("10");
    for (const forged of [value.replace(/^pay/, "full"), value.replace("~10~", "~99~")]) {
      expect(forged).not.toBe(value);
      expect(findProof(shop, "order-1", new Map([[name, forged]]), now)).toBeUndefined();
    }
  });

  test("ends after 90 days", () => {
    const jar = jarOf(issueProof(shop, "order-1", { scope: "full" }, new Map(), now));
    const day = 86_400_000;
    expect(findProof(shop, "order-1", jar, now + 89 * day)).toBeDefined();
    expect(findProof(shop, "order-1", jar, now + 91 * day)).toBeUndefined();
  });

  test("keeps twenty and drops the oldest", () => {
    let jar = new Map<string, string>();
    for (let index = 0; index < 25; index += 1) {
      const cookies = issueProof(
        shop,
        `order-${index}`,
        { scope: "full" },
        jar,
        now + index * 1000,
      );
      for (const { name, value, maxAgeSeconds } of cookies) {
        if (maxAgeSeconds === 0) jar.delete(name);
        else jar = new Map([...jar, [name, value]]);
      }
    }
    expect(jar.size).toBe(20);
    expect(findProof(shop, "order-0", jar, now)).toBeUndefined();
    expect(findProof(shop, "order-4", jar, now)).toBeUndefined();
    expect(findProof(shop, "order-5", jar, now)).toBeDefined();
    expect(findProof(shop, "order-24", jar, now)).toBeDefined();
  });

  test("carries the host prefix everywhere but on http loopback", () => {
    const name = (of: typeof shop) =>
      issueProof(of, "order-1", { scope: "full" }, new Map(), now)[0]?.name;
    expect(name(secureShop)).toMatch(/^__Host-op_/);
    expect(name(shop)).toMatch(/^op_/);
  });
});
