import { describe, expect, test } from "vitest";
import { htmlToBlocks } from "@/lib/catalog/html-to-blocks";
import { blockSchema } from "@/lib/contract/catalog";

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

  const hostile = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<math><mtext></p><style><img src=x onerror=alert(1)></style>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object>",
    "<embed src='javascript:alert(1)'>",
    "<style>*{background:url(//evil.example)}</style>",
    "<link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href='//evil.example/'>",
    "<form action='//evil.example'><input name=x></form>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='http://plain.example'>x</a>",
    "<a href='//evil.example'>x</a>",
    "<a href='/relative'>x</a>",
    "<a href='https:evil.example'>x</a>",
    "<a href='https:\\\\evil.example'>x</a>",
    "<a href='https://user:pass@evil.example'>x</a>",
    "<a href='https://evil.example\\@good.example'>x</a>",
    "<a href='https://good.example' onclick=alert(1) style='position:fixed'>x</a>",
    "<p style='background:url(https://evil.example)'>x</p>",
    "<p onmouseover=alert(1)>x</p>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea><script>alert(1)</script></textarea>",
    "<title><script>alert(1)</script></title>",
    "<select><script>alert(1)</script></select>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<<script>alert(1)//<</script>",
    "<p>unclosed <b>bold <a href='https://a.example",
    "<video><source onerror=alert(1)></video>",
    "<details open ontoggle=alert(1)>x</details>",
    "<input autofocus onfocus=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<body onload=alert(1)>x</body>",
    "<x/onclick=alert(1)>x</x>",
    "<table background='javascript:alert(1)'><td>x</td></table>",
    "<p>safe\u202Etxet desrever</p>",
    `${"<div>".repeat(5000)}deep`,
    "<li>".repeat(5000),
    `<p>${"x".repeat(200_000)}</p>`,
  ];

  test.each(hostile)("%.60s becomes at most plain text and https links", (html) => {
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
