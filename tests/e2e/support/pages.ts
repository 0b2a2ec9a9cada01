/** Every kind of page that one address opens, without the language before it. */
export const PAGES = [
  "",
  "/us",
  "/us/browse",
  "/us/browse?q=nothing-is-called-that",
  "/us/pixelforge",
  "/us/example-stays",
  "/us/roamly-esim",
  "/us/soldout-sneakers",
  "/checkout",
  "/orders",
  "/help",
  "/terms",
  "/privacy",
  "/demo/orders",
] as const;

/** What answers with 404 and is a page all the same. */
export const MISSING_PAGES = [
  "/no-such-page",
  "/us/no-such-brand",
  "/orders/no-such-order",
] as const;

/** Messages of the console that the pages of 404 bring with them. */
export const NOT_FOUND = [/status of 404/];
