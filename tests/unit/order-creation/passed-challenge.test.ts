import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { giveBack, newPass, takePass } from "@/lib/order-creation/passed-challenge";
import { store } from "@/lib/store/current-store";
import { StoreError } from "@/lib/store/store-error";
import { setTestEnv } from "../../support/test-env";

beforeEach(() => setTestEnv());
afterEach(() => vi.restoreAllMocks());

test("of many who take a pass at once, one has it", async () => {
  await giveBack(newPass("buyer"));
  const taken = await Promise.all(Array.from({ length: 9 }, () => takePass("buyer")));
  expect(taken.filter((pass) => pass !== undefined)).toHaveLength(1);
});

test("a pass given back is as old as it was", async () => {
  const now = vi.spyOn(Date, "now").mockReturnValue(1_790_000_000_000);
  const pass = newPass("buyer");
  await giveBack(pass);
  now.mockReturnValue(1_790_000_000_000 + 600_000);
  expect(await takePass("buyer")).toEqual(pass);
  const set = vi.spyOn(store(), "set");
  await giveBack(pass);
  expect(set.mock.calls[0]?.[2]).toBe(300);
  now.mockReturnValue(1_790_000_000_000 + 900_000);
  await takePass("buyer");
  await giveBack(pass);
  expect(await takePass("buyer")).toBeUndefined();
});

test("a store that fails costs the buyer the pass and nothing more", async () => {
  vi.spyOn(store(), "set").mockRejectedValue(new StoreError());
  await expect(giveBack(newPass("buyer"))).resolves.toBeUndefined();
});
