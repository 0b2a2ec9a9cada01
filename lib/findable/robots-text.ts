/**
 * What robots may fetch. Pages with money are not listed: a robot that may not fetch them could not
 * read that they are not to be indexed.
 */
export function robotsText(shopUrl: string): string {
  return [
    "User-agent: *",
    "Allow: /",
    "Disallow: /api/",
    "",
    `Sitemap: ${shopUrl}/sitemap.xml`,
    "",
  ].join("\n");
}
