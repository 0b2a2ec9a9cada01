import { describe, expect, test } from "vitest";
import { htmlToBlocks } from "@/lib/catalog/html-to-blocks";
import { blockSchema } from "@/lib/contract/catalog";
import { HOSTILE_HTML } from "../../support/hostile-html";

const text = (value: string) => ({ type: "text", text: value });
const paragraph = (...children: unknown[]) => ({ type: "paragraph", children });

describe("E4 third-party HTML", () => {
  test("keeps paragraphs, headings, lists, bold and https links", () => {
    expect(
      htmlToBlocks(
        '<h2>How</h2><p>Go to <a href="https://a.example/x">the <b>site</b></a>.</p><ol><li>One</li><li>Two<ul><li>deep</li></ul></li></ol>',
      ),
    ).toEqual([
      { type: "heading", children: [text("How")] },
      paragraph(
        text("Go to "),
        { type: "text", text: "the ", href: "https://a.example/x" },
        { type: "text", text: "site", href: "https://a.example/x", bold: true },
        text("."),
      ),
      {
        type: "list",
        ordered: true,
        items: [
          [paragraph(text("One"))],
          [
            paragraph(text("Two")),
            { type: "list", ordered: false, items: [[paragraph(text("deep"))]] },
          ],
        ],
      },
    ]);
  });

  test("plain text, line breaks and entities read as a browser would show them", () => {
    expect(htmlToBlocks("Fish &amp; chips<br>Second\n  line &lt;b&gt;")).toEqual([
      paragraph(text("Fish & chips")),
      paragraph(text("Second line <b>")),
    ]);
  });

  test.each([undefined, "", "   ", "<p></p>", "<p>\n</p><ul></ul>"])("%j is nothing", (html) => {
    expect(htmlToBlocks(html)).toEqual([]);
  });

  test.each(HOSTILE_HTML)("%.60s becomes at most plain text and https links", (html) => {
    const blocks = htmlToBlocks(html);
    for (const block of blocks) expect(blockSchema.safeParse(block).success).toBe(true);
    const hrefs = [...JSON.stringify(blocks).matchAll(/"href":"([^"]*)"/g)].map(
      (match) => match[1],
    );
    for (const href of hrefs) expect(new URL(href ?? "").protocol).toBe("https:");
    for (const href of hrefs) expect(new URL(href ?? "").username).toBe("");
    expect(JSON.stringify(blocks)).not.toContain("\u202E");
    expect(JSON.stringify(blocks).length).toBeLessThan(100_000);
  });

  test("the content of scripts and styles is no text either", () => {
    expect(
      htmlToBlocks("<p>a</p><script>alert('sentinel')</script><style>.sentinel{}</style>"),
    ).toEqual([paragraph(text("a"))]);
  });
});
