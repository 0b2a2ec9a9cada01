import { expect, test } from "vitest";
import { store } from "@/lib/store/current-store";
import { memoryStore } from "@/lib/store/memory-store";
import { setTestEnv } from "../../support/test-env";

test("what was set is there until it is deleted or set anew", async () => {
  const entries = memoryStore();
  expect(await entries.get("a")).toBeUndefined();
  await entries.set("a", "1", 60);
  expect(await entries.get("a")).toBe("1");
  await entries.set("a", "2", 60);
  expect(await entries.get("a")).toBe("2");
  await entries.delete("a");
  expect(await entries.get("a")).toBeUndefined();
});

test("everything expires", async () => {
  const entries = memoryStore();
  await entries.set("short", "1", 0.02);
  await entries.set("long", "1", 60);
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(await entries.get("short")).toBeUndefined();
  expect(await entries.get("long")).toBe("1");
});

test("a hundred thousand keys leave it no larger than it may be, the oldest gone first", async () => {
  const entries = memoryStore(100);
  for (let number = 0; number < 100_000; number += 1) await entries.set(`k${number}`, "1", 60);
  expect(await entries.get("k99899")).toBeUndefined();
  expect(await entries.get("k99900")).toBe("1");
  expect(await entries.get("k99999")).toBe("1");
});

test("a process has one store, whichever bundle asks", () => {
  setTestEnv();
  expect(store()).toBe(store());
});
