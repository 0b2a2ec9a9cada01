import { beforeEach, expect, test } from "vitest";
import type { Scope } from "@/lib/contract/order-access";
import { authorise } from "@/lib/order-access/authorise";
import { dropProof, issueProof } from "@/lib/order-access/proof";
import { sealReference } from "@/lib/order-access/reference";
import { shop } from "../../support/order-lines";
import { setTestEnv } from "../../support/test-env";

const now = 1_790_000_000_000;
const day = 86_400_000;
const other = { ...shop, id: "other" };

beforeEach(() => setTestEnv());

const referenceOf = (orderId: string, shopId = shop.id) =>
  sealReference(shopId, {
    orderId,
    createdAtSeconds: 1_790_000_000,
    email: "buyer@example.com",
    acceptedTotal: "1",
    address: "",
    wrongEcho: false,
  });
const proofOf = (orderId: string, scope: Scope = "full", at = shop) =>
  new Map(
    issueProof(at, orderId, { scope }, new Map(), now).map(({ name, value }) => [name, value]),
  );

test("a reference and a proof of the same order open it, with the rights of the proof", () => {
  expect(authorise(shop, referenceOf("o-1"), proofOf("o-1", "pay"), now)).toMatchObject({
    grant: { orderId: "o-1" },
    proof: { scope: "pay" },
  });
});

test("every reference of an order is opened by its one proof", () => {
  const jar = proofOf("o-1");
  expect(authorise(shop, referenceOf("o-1"), jar, now)).toBeDefined();
  expect(authorise(shop, referenceOf("o-1"), jar, now)).toBeDefined();
});

test.each([
  ["no proof", () => authorise(shop, referenceOf("o-1"), new Map(), now)],
  ["the proof of another order", () => authorise(shop, referenceOf("o-2"), proofOf("o-1"), now)],
  ["no reference", () => authorise(shop, "o-1", proofOf("o-1"), now)],
  ["an expired proof", () => authorise(shop, referenceOf("o-1"), proofOf("o-1"), now + 91 * day)],
  [
    "a proof of another shop",
    () => authorise(shop, referenceOf("o-1"), proofOf("o-1", "full", other), now),
  ],
  [
    "the same cookies on another shop's host",
    () => authorise(other, referenceOf("o-1"), proofOf("o-1"), now),
  ],
])("%s opens nothing", (_name, access) => {
  expect(access()).toBeUndefined();
});

test("a forgotten order is closed, and others stay open", () => {
  const jar = new Map([...proofOf("o-1"), ...proofOf("o-2")]);
  for (const { name } of dropProof(shop, "o-1")) jar.delete(name);
  expect(authorise(shop, referenceOf("o-1"), jar, now)).toBeUndefined();
  expect(authorise(shop, referenceOf("o-2"), jar, now)).toBeDefined();
});
