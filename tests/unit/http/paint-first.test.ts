import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { paintFirst } from "@/lib/http/paint-first";

const FONT =
  '@font-face{font-family:Shop;src:url(../media/shop.woff2)format("woff2");unicode-range:U+0-FF}';
const LOCAL_FONT = '@font-face{font-family:Like;src:local("Arial");size-adjust:107%}';
const CSS = `${FONT}${LOCAL_FONT}p{color:red;background:url("../media/awning.svg")}`;

const LINK =
  '<link rel="stylesheet" href="/_next/static/chunks/a-1~.css" nonce="n1" data-precedence="next"/>';
const PRELOAD = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/one.js"/>';
const SCRIPTS = [
  '<script src="/_next/static/one.js" async="" nonce="n1"></script>',
  '<script src="/_next/static/two.js" nonce="n1" id="_R_" async=""></script>',
];
const OTHERS =
  '<script src="/_next/static/old.js" noModule=""></script><script nonce="n1">self.__next_f=[]</script>';

const page = (link = LINK) =>
  `<html><head>${link}${PRELOAD}${SCRIPTS[0]}${OTHERS}</head><body><p>$& ö</p>${SCRIPTS[1]}</body></html>`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "built-"));
  mkdirSync(join(folder, ".next/static/chunks"), { recursive: true });
  writeFileSync(join(folder, ".next/static/chunks/a-1~.css"), CSS);
  writeFileSync(join(folder, "outside.css"), CSS);
  writeFileSync(join(folder, ".next/static/chunks/ends.css"), "p::after{content:'</style>'}");
  vi.spyOn(process, "cwd").mockReturnValue(folder);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** What a browser sees before the first paint, and what waits for it. */
function halves(document: string) {
  const [before = "", held = ""] = document.split('<template id="after-paint">');
  return { before, held: held.split("</template>")[0], after: held.split("</template>")[1] };
}

test("styles stand where their link stood, with addresses that hold there", () => {
  const { before } = halves(paintFirst(page()));
  expect(before).toContain(
    `<head><style>${LOCAL_FONT}p{color:red;background:url("/_next/static/media/awning.svg")}</style>`,
  );
});

test("the link stays for React, and is nothing that a browser would load", () => {
  const { before } = halves(paintFirst(page()));
  expect(before).toContain(
    '<link rel="stylesheet" href="/_next/static/chunks/a-1~.css" nonce="n1" data-precedence="next" media="not all" disabled=""/>',
  );
});

test("scripts in their order and fonts that are fetched wait, everything else is where it was", () => {
  const { before, held, after } = halves(paintFirst(page()));
  const font = FONT.replace("../media", "/_next/static/media");
  expect(held).toBe(`<style>${font}</style>${SCRIPTS.join("")}`);
  expect(before).not.toContain("async");
  expect(before).not.toContain('rel="preload"');
  expect(before).toContain(`${OTHERS}</head><body><p>$& ö</p>`);
  expect(after).toMatch(/^<script nonce="n1">[^<]+<\/script><\/body><\/html>$/);
});

test("a page without a nonce gets a script without one", () => {
  const { after } = halves(paintFirst(page().replaceAll(' nonce="n1"', "")));
  expect(after).toMatch(/^<script>/);
});

test.each([
  ["is kept elsewhere", "/_next/static/chunks/gone.css"],
  ["would end its element", "/_next/static/chunks/ends.css"],
  ["leads out of the build", "/_next/static/../../outside.css"],
])("a stylesheet that %s is loaded by its link as ever", (_case, path) => {
  const link = LINK.replace("/_next/static/chunks/a-1~.css", path);
  const { before, held } = halves(paintFirst(page(link)));
  expect(before).toContain(link);
  expect(held).toBe(SCRIPTS.join(""));
});

test("a document that is none of the framework's stays as it is", () => {
  const document = `<html><head>${LINK}</head><body><script src="/own.js" async=""></script></body></html>`;
  expect(paintFirst(document)).toBe(document);
});

test("a document that is in this order already stays as it is", () => {
  const once = paintFirst(page());
  expect(paintFirst(once)).toBe(once);
});
