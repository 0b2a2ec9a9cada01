import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { parseBody } from "@/lib/http/parse-body";
import { BODY_LIMIT_BYTES, readJson } from "@/lib/http/read-json";

const request = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/x", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
    // A body that is a stream needs it, and the type does not know it.
    ...({ duplex: "half" } as object),
  });
const padded = (bytes: number) => `"${"x".repeat(bytes - 2)}"`;

test("a body of sixteen kilobytes is read, and one byte more is not", async () => {
  expect(BODY_LIMIT_BYTES).toBe(16 * 1024);
  expect(await readJson(request(padded(BODY_LIMIT_BYTES)))).toHaveLength(BODY_LIMIT_BYTES - 2);
  await expect(readJson(request(padded(BODY_LIMIT_BYTES + 1)))).rejects.toMatchObject({
    code: "body_too_large",
  });
});

test("a body that says it is too large is not even begun", async () => {
  const body = new ReadableStream({ pull: () => Promise.reject(new Error("it was read")) });
  await expect(readJson(request(body, { "content-length": "10000000" }))).rejects.toMatchObject({
    code: "body_too_large",
  });
});

test("a body that does not say how large it is is given up at the limit", async () => {
  let sent = 0;
  let cancelled = false;
  const body = new ReadableStream({
    pull: (controller) => {
      sent += 1024;
      controller.enqueue(new Uint8Array(1024).fill(32));
    },
    cancel: () => {
      cancelled = true;
    },
  });
  await expect(readJson(request(body))).rejects.toMatchObject({ code: "body_too_large" });
  expect(sent).toBeLessThan(2 * BODY_LIMIT_BYTES);
  expect(cancelled).toBe(true);
});

describe("only JSON is taken:", () => {
  test.each(["application/json", "application/json; charset=utf-8", "Application/JSON"])(
    "%s",
    async (type) => {
      expect(await readJson(request("{}", { "content-type": type }))).toEqual({});
    },
  );

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""])(
    "not %j, which a foreign form could send",
    async (type) => {
      await expect(readJson(request("{}", { "content-type": type }))).rejects.toMatchObject({
        code: "unsupported_media_type",
      });
    },
  );
});

test.each(["", "{oops", "undefined", "[".repeat(BODY_LIMIT_BYTES)])(
  "what is no JSON is a bad request",
  async (text) => {
    await expect(readJson(request(text))).rejects.toMatchObject({ code: "bad_request" });
  },
);

test("a key that the interface does not know is a bad request", async () => {
  const schema = z.strictObject({ email: z.string() });
  expect(await parseBody(request('{"email":"a"}'), schema)).toEqual({ email: "a" });
  await expect(parseBody(request('{"email":"a","total":1}'), schema)).rejects.toMatchObject({
    code: "bad_request",
  });
});
