import { base64urlnopad } from "@scure/base";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type Envelope, isGiftHash, readEnvelope, writeEnvelope } from "@/lib/gift/envelope";
import type { Gift } from "@/lib/gift/gift";
import { openGift } from "@/lib/gift/open-gift";
import { sealGift } from "@/lib/gift/seal-gift";

// A passphrase costs a second of work each time it is tried, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const GIFT: Gift = {
  brand: { country: "US", slug: "pixelforge" },
  label: "$20",
  words: "Happy birthday, Åsa! 🎂\n\nمن صديقك",
  code: "7Q4F-91BD2C-00A7",
  serial: "S-1",
  securityCode: "0042",
};
const PASSPHRASE = "correct horse";

async function envelopeOf(hash: string): Promise<Envelope> {
  const reading = await readEnvelope(hash);
  if (reading.kind !== "sealed") throw new Error(`The link is ${reading.kind}`);
  return reading.envelope;
}

let open = "";
let locked = "";
beforeAll(async () => {
  open = await sealGift(GIFT);
  locked = await sealGift(GIFT, PASSPHRASE);
});

const bytesOf = (hash: string) => base64urlnopad.decode(hash.slice("#g=".length));
const hashOf = (bytes: Uint8Array) => `#g=${base64urlnopad.encode(bytes)}`;
const flipped = (bytes: Uint8Array, at: number) =>
  Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 0x01 : byte));

describe("a link that carries its key", () => {
  test("opens to what was put in", async () => {
    const hash = await sealGift(GIFT);
    expect(isGiftHash(hash)).toBe(true);
    expect(await openGift(await envelopeOf(hash))).toEqual({ ok: true, gift: GIFT });
  });

  test("shows nothing of it in clear, and is another one each time", async () => {
    const [one, two] = [await sealGift(GIFT), await sealGift(GIFT)];
    expect(one).not.toBe(two);
    const raw = Buffer.from(bytesOf(one)).toString("latin1");
    for (const secret of ["7Q4F", "pixelforge", "birthday", "US"]) {
      expect(raw).not.toContain(secret);
    }
  });

  test("opens with signs behind it that a message put there", async () => {
    const hash = await sealGift(GIFT);
    for (const end of [".", ")", ">", "&x=1", "”"]) {
      expect((await openGift(await envelopeOf(hash + end))).ok).toBe(true);
    }
  });

  test("round trips any words and code that a gift may hold", async () => {
    const code = fc.stringMatching(/^[\x21-\x7e]{1,200}$/);
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(code, words, async (one, said) => {
        const tidy = said.replace(/[\p{C}\s]/gu, "x");
        const gift = { code: one, words: tidy };
        expect(await openGift(await envelopeOf(await sealGift(gift)))).toEqual({ ok: true, gift });
      }),
      { numRuns: 50 },
    );
  });
});

describe("a link with a passphrase", () => {
  test("opens with it, however its spaces and characters were typed", async () => {
    const envelope = await envelopeOf(locked);
    expect(envelope.locked).toBe(true);
    for (const typed of [PASSPHRASE, "  correct   horse ", "ｃorrect horse"]) {
      expect(await openGift(envelope, typed), typed).toEqual({ ok: true, gift: GIFT });
    }
  });

  test("says of any other passphrase that it is wrong", async () => {
    const envelope = await envelopeOf(locked);
    for (const typed of ["", "correct horsf", "Correct horse", "correcthorse"]) {
      expect(await openGift(envelope, typed), typed).toEqual({ ok: false, why: "passphrase" });
    }
  });

  test("carries no key: it is shorter by the difference of key and salt", async () => {
    expect(bytesOf(open).length - bytesOf(locked).length).toBe(16);
  });

  test("derives a key in at least a million rounds", async () => {
    const derive = vi.spyOn(crypto.subtle, "deriveKey");
    await openGift(await envelopeOf(locked), PASSPHRASE);
    const [how] = derive.mock.calls[0] ?? [];
    expect(how).toMatchObject({ name: "PBKDF2", hash: "SHA-256" });
    expect((how as Pbkdf2Params).iterations).toBeGreaterThanOrEqual(1_000_000);
    derive.mockRestore();
  });
});

describe("a link that was changed on its way", () => {
  const REGIONS = [
    ["the lock", 1],
    ["the checksum", 3],
    ["the iv", 8],
    ["the key", 20],
    ["the head of the sealed part", 50],
    ["the middle of the sealed part", 300],
    ["the tag", -1],
  ] as const;

  test.each(REGIONS)("is broken by one bit of %s", async (_name, at) => {
    for (const hash of [open, locked]) {
      const bytes = bytesOf(hash);
      const changed = flipped(bytes, at < 0 ? bytes.length + at : at);
      expect(await readEnvelope(hashOf(changed))).toEqual({ kind: "broken" });
    }
  });

  test.each(["iv", "secret", "sealed"] as const)(
    "does not open with another %s, even when the checksum was made to fit",
    async (part) => {
      for (const [hash, passphrase] of [[open], [locked, PASSPHRASE]]) {
        const envelope = await envelopeOf(hash ?? "");
        const changed = { ...envelope, [part]: flipped(envelope[part], 0) };
        const again = await envelopeOf(await writeEnvelope(changed as Envelope));
        const why = passphrase === undefined ? "broken" : "passphrase";
        expect(await openGift(again, passphrase)).toEqual({ ok: false, why });
      }
    },
  );

  test("does not open when it says that it is locked otherwise", async () => {
    const envelope = await envelopeOf(open);
    expect((await openGift({ ...envelope, locked: true }, "")).ok).toBe(false);
  });

  test("is broken by every cut", async () => {
    const hash = open;
    for (let length = "#g=".length; length < hash.length; length += 1) {
      expect((await readEnvelope(hash.slice(0, length))).kind).toBe("broken");
    }
  });

  test("is told apart from one of a later version", async () => {
    const bytes = bytesOf(open);
    expect(await readEnvelope(hashOf(bytes.fill(2, 0, 1)))).toEqual({ kind: "newer" });
    expect(await readEnvelope(hashOf(bytes.fill(200, 0, 1)))).toEqual({ kind: "broken" });
    expect(await readEnvelope(hashOf(bytes.fill(0, 0, 1)))).toEqual({ kind: "broken" });
  });

  test.each(["", "#", "#content", "#t=abc", "#G=AQ"])("“%s” holds no gift", async (hash) => {
    expect(await readEnvelope(hash)).toEqual({ kind: "none" });
  });

  test("of ten megabytes is refused without being decoded", async () => {
    const decode = vi.spyOn(crypto.subtle, "digest");
    const start = performance.now();
    expect(await readEnvelope(`#g=${"A".repeat(10_000_000)}`)).toEqual({ kind: "broken" });
    expect(decode).not.toHaveBeenCalled();
    expect(performance.now() - start).toBeLessThan(1_000);
    decode.mockRestore();
  });
});

test("the length of a link tells little of what is in it", async () => {
  const lengthOf = async (gift: Gift) => (await sealGift(gift)).length;
  const short = await lengthOf({ code: "A" });
  expect(await lengthOf(GIFT)).toBe(short);
  expect(await lengthOf({ ...GIFT, words: "x".repeat(250) })).toBe(short);
  const lengths = new Set<number>();
  for (let words = 1; words <= 500; words += 7) {
    lengths.add(await lengthOf({ ...GIFT, words: "ع".repeat(words) }));
  }
  expect(lengths.size).toBeLessThanOrEqual(5);
});

test("the longest gift fits into a link that is read", async () => {
  const url = `https://redeem.example/${"a".repeat(1_977)}`;
  const gift: Gift = {
    brand: { country: "US", slug: "a".repeat(120) },
    label: "漢".repeat(200),
    words: "🎁".repeat(500),
    code: "漢".repeat(500),
    codeUrl: url,
    serial: "漢".repeat(200),
    securityCode: "漢".repeat(200),
  };
  expect(await openGift(await envelopeOf(await sealGift(gift)))).toEqual({ ok: true, gift });
});
