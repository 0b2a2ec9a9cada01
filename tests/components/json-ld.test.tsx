// @vitest-environment jsdom
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { JsonLd } from "@/components/shop/json-ld";
import { jsonLdText } from "@/lib/findable/json-ld-text";

const HOSTILE = [
  '</script><script>alert("x")</script>',
  "</SCRIPT >",
  "<!--<script>",
  "-->",
  "a & b &amp; c",
  "\u2028 and \u2029",
  'quotes " and \\ slashes',
];

describe("data for machines", () => {
  test.each(HOSTILE)("E5: %j stays a name inside the element and is read back whole", (name) => {
    const data = { "@type": "Product", name, brand: { "@type": "Brand", name } };
    const html = `<body>${renderToStaticMarkup(<JsonLd data={data} />)}<p>after</p></body>`;
    const document = new DOMParser().parseFromString(html, "text/html");
    expect(document.querySelectorAll("script").length).toBe(1);
    expect(document.querySelector("p")?.textContent).toBe("after");
    const text = document.querySelector("script")?.textContent ?? "";
    expect(JSON.parse(text)).toEqual({ "@context": "https://schema.org", ...data });
  });

  test("the text holds no character that HTML or a script could take for its own", () => {
    expect(jsonLdText({ name: HOSTILE.join("") })).not.toMatch(/[<>&\u2028\u2029]/);
  });
});
