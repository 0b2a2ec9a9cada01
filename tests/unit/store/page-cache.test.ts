import { beforeEach, expect, test, vi } from "vitest";
import { type CachedAnswer, pageCache } from "@/lib/store/page-cache";
import type { Shelf } from "@/lib/store/shelf";

let now = 0;
beforeEach(() => {
  now = 1_000_000;
});

function memoryShelf() {
  const kept = new Map<string, Buffer>();
  return {
    kept,
    get: vi.fn<Shelf["get"]>(async (name) => kept.get(name)),
    put: vi.fn<Shelf["put"]>(async (name, bytes) => void kept.set(name, bytes)),
  };
}

const page = (html: string): CachedAnswer => ({
  kind: "APP_PAGE",
  status: 200,
  html,
  rscData: Buffer.from(`data of ${html}`),
  segmentData: new Map([["/_tree", Buffer.from([0, 255, 1])]]),
});
const LIFE = { revalidate: 180, expire: 86_400 };
const instance = (shelf: Shelf | undefined, version = "1:build") =>
  pageCache(shelf, version, () => now);
const htmlOf = async (cache: ReturnType<typeof instance>, key: string) =>
  (await cache.get(key, "APP_PAGE"))?.value?.html;

test("a page that one instance made is another's as it was, with buffers, segments and age", async () => {
  const shelf = memoryShelf();
  await instance(shelf).set("/a", page("€ Ω"), LIFE);
  now += 1_000;
  expect(await instance(shelf).get("/a", "APP_PAGE")).toMatchObject({
    value: page("€ Ω"),
    lastModified: 1_000_000,
    cacheControl: LIFE,
  });
});

test("a fresh page costs the shelf no call, however often it is read", async () => {
  const shelf = memoryShelf();
  await instance(shelf).set("/a", page("a"), LIFE);
  const other = instance(shelf);
  for (let time = 0; time < 100; time += 1) expect(await htmlOf(other, "/a")).toBe("a");
  expect(shelf.get).toHaveBeenCalledTimes(1);
});

test("a page gone stale is replaced by what another instance has made since, and asked for once a second", async () => {
  const shelf = memoryShelf();
  const [one, other] = [instance(shelf), instance(shelf)];
  await one.set("/a", page("old"), LIFE);
  expect(await htmlOf(other, "/a")).toBe("old");
  now += 181_000;
  for (let time = 0; time < 10; time += 1) expect(await htmlOf(other, "/a")).toBe("old");
  expect(shelf.get).toHaveBeenCalledTimes(2);
  await one.set("/a", page("new"), LIFE);
  now += 1_000;
  expect(await htmlOf(other, "/a")).toBe("new");
});

test("an old page that is kept because upstream fails does not replace what others have", async () => {
  const shelf = memoryShelf();
  const [one, other] = [instance(shelf), instance(shelf)];
  await one.set("/a", page("old"), LIFE);
  now += 181_000;
  const known = await one.get("/a", "APP_PAGE");
  await other.set("/a", page("new"), LIFE);
  now += 1;
  // Next hands the value back inside another object.
  await one.set("/a", { ...(known?.value as CachedAnswer) }, { revalidate: 30 });
  expect(await htmlOf(instance(shelf), "/a")).toBe("new");
});

test("what is not there stays in the process, and pushes no page out", async () => {
  const shelf = memoryShelf();
  const cache = instance(shelf);
  await cache.set("/real", page("real"), LIFE);
  const absent = { ...page("x".repeat(50_000)), status: 404 };
  for (let at = 0; at < 2_000; at += 1) await cache.set(`/${at}`, absent, LIFE);
  expect(shelf.kept.size).toBe(1);
  shelf.kept.clear();
  expect(await htmlOf(cache, "/real")).toBe("real");
  expect(await htmlOf(cache, "/0")).toBeUndefined();
  expect(await htmlOf(cache, "/1999")).toBeDefined();
});

test("the process keeps fifty megabytes of pages and no more", async () => {
  const cache = instance(undefined);
  const html = "x".repeat(1024 * 1024);
  for (let at = 0; at < 60; at += 1) await cache.set(`/${at}`, { kind: "APP_PAGE", html }, LIFE);
  const kept = [];
  for (let at = 0; at < 60; at += 1) if (await cache.get(`/${at}`, "APP_PAGE")) kept.push(at);
  expect(kept.length).toBeGreaterThan(45);
  expect(kept.length).toBeLessThan(51);
  expect(kept.at(-1)).toBe(59);
});

test("another version or build finds nothing, and what cannot be read is not there", async () => {
  const shelf = memoryShelf();
  await instance(shelf).set("/a", page("a"), LIFE);
  expect(await instance(shelf, "1:other").get("/a", "APP_PAGE")).toBeNull();
  for (const name of shelf.kept.keys()) shelf.kept.set(name, Buffer.from("no entry"));
  expect(await instance(shelf).get("/a", "APP_PAGE")).toBeNull();
});

test("a page that was missing here and is back is found again", async () => {
  const cache = instance(undefined);
  await cache.set("/a", { ...page("gone"), status: 404 }, LIFE);
  await cache.set("/a", page("back"), LIFE);
  expect(await htmlOf(cache, "/a")).toBe("back");
});
