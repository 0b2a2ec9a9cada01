import type { IncomingHttpHeaders } from "node:http";
import { posix } from "node:path";
import { MONEY_PAGES } from "../money-pages";

const MONEY_PAGE = new RegExp(
  `^/+(?!api/)[^/]+/+(?:${[...MONEY_PAGES, "embed"].join("|")})(?:/|\\.|$)`,
);
const FLIGHT_HEADERS = [
  "rsc",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
];

/** The endings under which Next answers with a page's payload, or a part of it, without a header. */
const FLIGHT_ENDING = /(?:\.segments\/.*\.segment|\.prefetch)?\.rsc$/;

/**
 * Lets Next answer a page with money on it only as a whole document. A soft navigation would keep
 * the laxer content policy of the page it came from, and its payload says 200 where the document says 404.
 * So would a document for a client without a name, which Next begins to send before it knows the status.
 * @returns the address to answer for.
 */
export function askForWholeDocument(url: string, headers: IncomingHttpHeaders): string {
  const [path = "", ...query] = url.split("?");
  if (!MONEY_PAGE.test(plain(path))) return url;
  for (const name of FLIGHT_HEADERS) delete headers[name];
  headers["user-agent"] ||= "unknown";
  return [path.replace(FLIGHT_ENDING, ""), ...query].join("?");
}

/** A path as the framework will take it, without escapes, backslashes and ways up. */
function plain(path: string): string {
  try {
    return posix.normalize(decodeURIComponent(path).replaceAll("\\", "/"));
  } catch {
    return path;
  }
}
