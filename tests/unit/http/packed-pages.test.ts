import { randomBytes } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { packedPages } from "@/lib/http/packed-pages";

/** A page of 2,000 letters of a byte each, which packing makes little smaller. */
const text = () => randomBytes(1_000).toString("hex");
/** What such a page takes: two bytes a letter as a text, and one in the form that is sent. */
const TAKEN = 6_000;

test("a page is made once for its text", () => {
  const pages = packedPages(TAKEN * 2);
  const [one, other] = [text(), text()];
  const page = pages.of(one);
  expect(Buffer.from(page.text.plain).toString()).toBe(one);
  expect(pages.of(one)).toBe(page);
  expect(pages.of(other).text.etag).not.toBe(page.text.etag);
});

test("the bytes of a page's text are known once it was sent, and after it was packed", async () => {
  const pages = packedPages(TAKEN * 2);
  const page = `“${text()}”`;
  expect(pages.givenBytes(page)).toBeUndefined();
  pages.of(page);
  expect(pages.givenBytes(page)).toBe(2_006);
  await pages.pack(page, "gzip");
  expect(pages.givenBytes(page)).toBe(2_006);
});

test("a form is there for the next who asks, beside the one that is there already", async () => {
  const pages = packedPages(TAKEN * 2);
  const page = text();
  expect(pages.of(page).forms).toEqual({});
  await Promise.all([pages.pack(page, "br"), pages.pack(page, "gzip")]);
  const { br = "", gzip = "" } = pages.of(page).forms;
  expect(brotliDecompressSync(br).toString()).toBe(page);
  expect(gunzipSync(gzip).toString()).toBe(page);
});

test("the text counts as well, for the page cache may have another one by now", () => {
  const page = text();
  const tooSmall = packedPages(TAKEN - 1);
  expect(tooSmall.of(page)).not.toBe(tooSmall.of(page));
  const largeEnough = packedPages(TAKEN + 1);
  expect(largeEnough.of(page)).toBe(largeEnough.of(page));
});

test("packed forms count as well, and the page that was asked for longest ago gives way", async () => {
  const pages = packedPages(TAKEN * 2 + 500);
  const [old, recent] = [text(), text()];
  const [oldPage, recentPage] = [pages.of(old), pages.of(recent)];
  expect(pages.of(old)).toBe(oldPage);
  expect(pages.of(recent)).toBe(recentPage);
  await pages.pack(recent, "br");
  expect(pages.of(recent).text).toBe(recentPage.text);
  expect(pages.of(old)).not.toBe(oldPage);
});

test("a page that gave way while it was packed does not come back", async () => {
  const pages = packedPages(TAKEN + 1);
  const [old, recent] = [text(), text()];
  pages.of(old);
  const packing = pages.pack(old, "br");
  const page = pages.of(recent);
  await packing;
  expect(pages.of(recent)).toBe(page);
});
