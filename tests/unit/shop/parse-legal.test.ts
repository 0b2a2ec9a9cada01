import fc from "fast-check";
import { expect, test } from "vitest";
import { parseLegal } from "@/lib/shop/parse-legal";

test("a text becomes a title and typed blocks", () => {
  const { text, faults } = parseLegal(`# Terms of *Rosa*

We **sell** [cards](https://rosa.example/a "title") and _more_.
Second line\\
after a break.

## Returns

1. One
2. Two
   - inner

> Quoted

---

##### Deep
`);
  expect(faults).toEqual([]);
  expect(text.title).toBe("Terms of Rosa");
  expect(text.blocks).toEqual([
    {
      type: "paragraph",
      children: [
        { text: "We " },
        { text: "sell", bold: true },
        { text: " " },
        { text: "cards", href: "https://rosa.example/a" },
        { text: " and " },
        { text: "more", italic: true },
        { text: ".\nSecond line" },
        "break",
        { text: "after a break." },
      ],
    },
    { type: "heading", level: 2, children: [{ text: "Returns" }] },
    {
      type: "list",
      ordered: true,
      start: 1,
      items: [
        [{ type: "paragraph", children: [{ text: "One" }] }],
        [
          { type: "paragraph", children: [{ text: "Two" }] },
          {
            type: "list",
            ordered: false,
            start: 1,
            items: [[{ type: "paragraph", children: [{ text: "inner" }] }]],
          },
        ],
      ],
    },
    { type: "quote", children: [{ type: "paragraph", children: [{ text: "Quoted" }] }] },
    { type: "rule" },
    { type: "heading", level: 4, children: [{ text: "Deep" }] },
  ]);
});

test.each([
  ["HTML in a block", "<b>x</b>"],
  ["HTML in a line", "a <img src=x onerror=y> b"],
  ["a script link", "[x](javascript:alert(1))"],
  ["a data link", "[x](data:text/html,x)"],
  ["a link to any host by two slashes", "[x](//evil.example)"],
  ["a link without encryption", "[x](http://shop.example)"],
  ["a picture", "![x](https://x.example/x.png)"],
  ["code", "`x`"],
  ["a code block", "```\nx\n```"],
])("%s is refused with its line", (_name, markdown) => {
  const { text, faults } = parseLegal(`# T\n\nfine\n\n${markdown}\n`);
  expect(faults).toEqual([expect.stringMatching(/^line 5: /)]);
  expect(JSON.stringify(text)).not.toMatch(/javascript|onerror|evil|data:text/);
});

test("whatever is written, no link leads anywhere but where links may lead", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (address) => {
      const { text } = parseLegal(`# T\n\n[x](<${address}>) <${address}> ${address}`);
      const hrefs = [...JSON.stringify(text).matchAll(/"href":"((?:[^"\\]|\\.)*)"/g)];
      const astray = hrefs.filter(
        ([, href = ""]) => !/^(https:|mailto:|tel:|\/(?!\/)|#)/.test(href),
      );
      expect(astray).toEqual([]);
    }),
  );
});
