const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

const escapeXml = (text: string) => text.replace(/[&<>"']/g, (found) => ESCAPES[found] ?? "");

const list = (outer: string, inner: string, urls: readonly string[]) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${outer} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...urls.map((url) => `<${inner}><loc>${escapeXml(url)}</loc></${inner}>`),
    `</${outer}>`,
    "",
  ].join("\n");

/** The pages of one sitemap. */
export const sitemapXml = (urls: readonly string[]) => list("urlset", "url", urls);

/** The sitemaps of a shop. */
export const sitemapIndexXml = (urls: readonly string[]) => list("sitemapindex", "sitemap", urls);
