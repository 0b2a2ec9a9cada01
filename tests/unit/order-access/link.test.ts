import { beforeEach, expect, test } from "vitest";
import { openLink, sealLink } from "@/lib/order-access/link";
import { setTestEnv } from "../../support/test-env";

const now = 1_790_000_000_000;
const hour = 3_600_000;

beforeEach(() => setTestEnv());

test("A3 a link opens within a day, on its own shop, with its own scope", () => {
  const { token, expiresAtMs } = sealLink("default", "the-reference", "pay", now);
  expect(expiresAtMs).toBe(now + 24 * hour);
  expect(openLink("default", token, now + 23 * hour)).toEqual({
    reference: "the-reference",
    scope: "pay",
  });
  expect(openLink("default", token, now + 25 * hour)).toBeUndefined();
  expect(openLink("other", token, now)).toBeUndefined();
  expect(openLink("default", `${token}A`, now)).toBeUndefined();
});
