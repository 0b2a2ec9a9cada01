import { describe, expect, test, vi } from "vitest";
import {
  askOnce,
  parseSent,
  readSent,
  releaseSent,
  type SentDevice,
  sentKey,
} from "@/lib/device/sent-payments";

const HASH = `0x${"ab".repeat(32)}`;
const NOW = "2026-03-01T12:00:00.000Z";
const REJECTED = new Error("no");
const isRejection = (error: unknown) => error === REJECTED;

let count = 0;
function freshReference(): string {
  count += 1;
  return `${"r".repeat(50)}${count}`;
}

class MemoryStorage {
  readonly items = new Map<string, string>();
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => {
    this.items.set(key, value);
  };
  removeItem = (key: string) => {
    this.items.delete(key);
  };
}

/** Locks as all tabs of a browser share them. */
function sharedLocks(): NonNullable<SentDevice["locks"]> {
  const held = new Set<string>();
  const request = async (
    name: string,
    _options: LockOptions,
    run: (lock: Lock | null) => unknown,
  ): Promise<unknown> => {
    if (held.has(name)) return run(null);
    held.add(name);
    try {
      return await run({ name, mode: "exclusive" });
    } finally {
      held.delete(name);
    }
  };
  return { request } as unknown as NonNullable<SentDevice["locks"]>;
}

const device = (storage: SentDevice["storage"] = new MemoryStorage()): SentDevice => ({
  storage,
  locks: sharedLocks(),
  now: () => new Date(NOW),
});

/** A second tab is a second copy of the module, over the same storage and locks. */
async function otherTab(): Promise<typeof import("@/lib/device/sent-payments")> {
  vi.resetModules();
  return import("@/lib/device/sent-payments");
}

function openAnswer() {
  let give: (hash: string) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const answer = new Promise<string>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return { ask: vi.fn(() => answer), give, fail };
}

test("it is written down before the wallet is asked", async () => {
  const reference = freshReference();
  const mine = device();
  let seen: string | undefined;
  await askOnce(
    mine,
    reference,
    async () => {
      seen = readSent(mine.storage, reference);
      return HASH;
    },
    isRejection,
  );
  expect(parseSent(seen ?? "", reference)).toEqual({ reference, sentAt: NOW });
});

test("a hash is kept with it, and nobody is asked again", async () => {
  const reference = freshReference();
  const mine = device();
  const ask = vi.fn(async () => HASH);
  expect(await askOnce(mine, reference, ask, isRejection)).toEqual({ kind: "sent", hash: HASH });
  expect(await askOnce(mine, reference, ask, isRejection)).toEqual({ kind: "already" });
  expect(ask).toHaveBeenCalledTimes(1);
  const raw = readSent(mine.storage, reference) ?? "";
  expect(parseSent(raw, reference)).toEqual({ reference, hash: HASH, sentAt: NOW });
});

test("only the buyer's definite no opens the payment again", async () => {
  const reference = freshReference();
  const mine = device();
  const no = async () => Promise.reject(REJECTED);
  expect(await askOnce(mine, reference, no, isRejection)).toEqual({ kind: "rejected" });
  expect(readSent(mine.storage, reference)).toBeUndefined();
});

test.each([
  ["an error that nobody knows", () => Promise.reject(new Error("disconnected"))],
  ["an answer that is no hash", () => Promise.resolve("")],
])("after %s it stays closed", async (_name, ask) => {
  const reference = freshReference();
  const mine = device();
  expect(await askOnce(mine, reference, ask, isRejection)).toEqual({ kind: "unanswered" });
  expect(await askOnce(mine, reference, ask, isRejection)).toEqual({ kind: "already" });
});

test("two clicks ask once", async () => {
  const reference = freshReference();
  const mine = device();
  const { ask, give } = openAnswer();
  const first = askOnce(mine, reference, ask, isRejection);
  const second = askOnce(mine, reference, ask, isRejection);
  expect(await second).toEqual({ kind: "already" });
  give(HASH);
  expect(await first).toEqual({ kind: "sent", hash: HASH });
  expect(ask).toHaveBeenCalledTimes(1);
});

test("two tabs ask once, even when the second has not seen the entry yet", async () => {
  const reference = freshReference();
  const mine = device();
  const { ask, give } = openAnswer();
  const first = askOnce(mine, reference, ask, isRejection);
  const tab = await otherTab();
  const theirs = { ...mine, storage: new MemoryStorage() };
  expect(await tab.askOnce(theirs, reference, ask, isRejection)).toEqual({ kind: "already" });
  expect(await tab.releaseSent(theirs, reference)).toBe(false);
  give(HASH);
  await first;
  expect(ask).toHaveBeenCalledTimes(1);
});

test("a reload with a lost answer leaves it closed until the buyer says otherwise", async () => {
  const reference = freshReference();
  const storage = new MemoryStorage();
  const { ask } = openAnswer();
  void askOnce(device(storage), reference, ask, isRejection);
  const reloaded = await otherTab();
  const again = device(storage);
  expect(await reloaded.askOnce(again, reference, ask, isRejection)).toEqual({ kind: "already" });
  expect(await reloaded.releaseSent(again, reference)).toBe(true);
  expect(readSent(storage, reference)).toBeUndefined();
  expect(ask).toHaveBeenCalledTimes(1);
});

test("a release is refused while this tab still waits for the answer", async () => {
  const reference = freshReference();
  const mine = device();
  const { ask, fail } = openAnswer();
  const asked = askOnce(mine, reference, ask, isRejection);
  expect(await releaseSent(mine, reference)).toBe(false);
  expect(readSent(mine.storage, reference)).toBeDefined();
  fail(new Error("gone"));
  await asked;
  expect(await releaseSent(mine, reference)).toBe(true);
});

describe("a browser that keeps nothing", () => {
  const throwing = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  test.each<[string, SentDevice["storage"]]>([
    ["has no storage", undefined],
    ["throws", { getItem: throwing, setItem: throwing, removeItem: throwing }],
    ["forgets", { getItem: () => null, setItem: () => {}, removeItem: () => {} }],
  ])("that %s never asks a wallet", async (_name, storage) => {
    const ask = vi.fn(async () => HASH);
    const mine: SentDevice = { ...device(), storage };
    expect(await askOnce(mine, freshReference(), ask, isRejection)).toEqual({ kind: "unguarded" });
    expect(ask).not.toHaveBeenCalled();
  });
});

test.each(["", "null", "{", '{"hash":"<script>","sentAt":"never"}', "[]"])(
  "a damaged entry %j still counts as sent",
  async (raw) => {
    const reference = freshReference();
    const mine = device();
    mine.storage?.setItem(sentKey(reference), raw);
    expect(parseSent(raw, reference)).toEqual({ reference, sentAt: "" });
    const ask = vi.fn(async () => HASH);
    expect(await askOnce(mine, reference, ask, isRejection)).toEqual({ kind: "already" });
    expect(ask).not.toHaveBeenCalled();
  },
);

test("without locks one tab still asks once", async () => {
  const reference = freshReference();
  const mine: SentDevice = { ...device(), locks: undefined };
  const ask = vi.fn(async () => HASH);
  const outcomes = await Promise.all([
    askOnce(mine, reference, ask, isRejection),
    askOnce(mine, reference, ask, isRejection),
  ]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["already", "sent"]);
  expect(ask).toHaveBeenCalledTimes(1);
});
