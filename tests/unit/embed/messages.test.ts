import { expect, test } from "vitest";
import { parseToFrame } from "@/lib/embed/messages";

test.each([
  [{ source: "gift-shop", type: "hello" }, { type: "hello" }],
  [
    { source: "gift-shop", type: "hello", email: "a@b.example" },
    { type: "hello", email: "a@b.example" },
  ],
  [{ source: "gift-shop", type: "hello", email: "no address" }, { type: "hello" }],
  [{ source: "gift-shop", type: "hello", email: ["a@b.example"] }, { type: "hello" }],
  [
    { source: "gift-shop", type: "hello", email: `${"x".repeat(300)}@b.example` },
    { type: "hello" },
  ],
  [{ source: "another", type: "hello" }, undefined],
  [{ source: "gift-shop", type: "order" }, undefined],
  ["hello", undefined],
  [null, undefined],
])("%j is read as %j", (data, message) => {
  expect(parseToFrame(data)).toEqual(message);
});
