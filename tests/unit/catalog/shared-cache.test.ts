import { beforeEach, expect, test, vi } from "vitest";
import { sharedCache } from "@/lib/catalog/shared-cache";
import { servesStale } from "@/lib/catalog/stale";
import { setTestEnv } from "../../support/test-env";

let now = 0;
const cache = () =>
  sharedCache<string[]>(
    { name: "test", maxEntries: 3, ttlSeconds: 180, isEmpty: (value) => value.length === 0 },
    () => now,
  );

beforeEach(() => {
  setTestEnv();
  now = 1_000_000;
});

test("all who ask at once share one call", async () => {
  const read = cache();
  const load = vi.fn(async () => ["a"]);
  await Promise.all(Array.from({ length: 50 }, () => read("k", load)));
  expect(load).toHaveBeenCalledTimes(1);
});

test("an old answer is served while a new one is fetched", async () => {
  const read = cache();
  await read("k", async () => ["old"]);
  now += 181_000;
  expect(await read("k", async () => ["new"])).toEqual(["old"]);
  await vi.waitFor(async () => expect(await read("k", async () => ["newer"])).toEqual(["new"]));
});

test("E1 an old answer is served when upstream fails, which is then left alone for a while", async () => {
  const read = cache();
  await read("k", async () => ["old"]);
  now += 181_000;
  const load = vi.fn(async (): Promise<string[]> => {
    throw new Error("down");
  });
  expect(await read("k", load)).toEqual(["old"]);
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(await read("k", load)).toEqual(["old"]);
  expect(load).toHaveBeenCalledTimes(1);
});

test("a first failure reaches the caller and is not kept", async () => {
  const read = cache();
  await expect(read("k", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  expect(await read("k", async () => ["a"])).toEqual(["a"]);
});

test("what was there before outlives a few empty answers, and not many in a row", async () => {
  const read = cache();
  await read("k", async () => ["a"]);
  now += 181_000;
  const said: string[][] = [];
  const load = vi.fn(async (): Promise<string[]> => []);
  for (let minute = 0; minute < 6; minute += 1) {
    const calls = load.mock.calls.length;
    await read("k", load);
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(calls + 1));
    await new Promise((resolve) => setTimeout(resolve, 0));
    said.push(await read("k", load));
    now += 61_000;
  }
  expect(said).toEqual([["a"], ["a"], ["a"], ["a"], [], []]);
});

test("an empty answer among good ones changes nothing", async () => {
  const read = cache();
  await read("k", async () => ["a"]);
  for (const answer of [[], ["b"], []]) {
    now += 181_000;
    await read("k", async () => answer);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  expect(await read("k", async () => ["c"])).toEqual(["b"]);
});

test("an empty answer is asked for again after a minute", async () => {
  const read = cache();
  await read("k", async () => []);
  now += 59_000;
  const load = vi.fn(async () => ["a"]);
  await read("k", load);
  expect(load).not.toHaveBeenCalled();
  now += 2_000;
  await read("k", load);
  expect(load).toHaveBeenCalledTimes(1);
});

test("C9 it holds no more than it may", async () => {
  const read = cache();
  for (let index = 0; index < 1000; index += 1) await read(`k${index}`, async () => ["a"]);
  const load = vi.fn(async () => ["again"]);
  await read("k0", load);
  expect(load).toHaveBeenCalledTimes(1);
});

test("E1 what is shown for want of an answer is known to be old, until there is one", async () => {
  const read = cache();
  await read("k", async () => ["old"]);
  expect(servesStale()).toBe(false);
  now += 181_000;
  await read("k", () => Promise.reject(new Error("down")));
  await vi.waitFor(() => expect(servesStale()).toBe(true));
  now += 16_000;
  await read("k", async () => ["new"]);
  await vi.waitFor(() => expect(servesStale()).toBe(false));
});
