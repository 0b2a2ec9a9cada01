import type { IncomingHttpHeaders } from "node:http";

const MONEY_PAGE = /^\/+(?!api\/)[^/]+\/+(orders|checkout|demo|embed|gift)(\/|$)/;
const FLIGHT_HEADERS = [
  "rsc",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
];

/**
 * Lets Next answer a page with money on it only as a whole document. A soft navigation would keep
 * the laxer content policy of the page it came from, and its payload says 200 where the document says 404.
 * So would a document for a client without a name, which Next begins to send before it knows the status.
 */
export function askForWholeDocument(url: string, headers: IncomingHttpHeaders): void {
  if (!MONEY_PAGE.test(decoded(url.split("?", 1)[0] ?? ""))) return;
  for (const name of FLIGHT_HEADERS) delete headers[name];
  headers["user-agent"] ||= "unknown";
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
