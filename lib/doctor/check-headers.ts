import { type Finding, ok, warning, wrong } from "./finding";

export type PageHeaders = {
  path: string;
  status: number;
  /** Pages with money carry a new nonce each time and are kept by nobody. */
  money: boolean;
  headers: Headers;
  /** The headers of the same page, asked for once more. */
  again: Headers;
};

const CSP = "content-security-policy";
const NEEDED = [CSP, "x-content-type-options", "referrer-policy"];

/** Whether pages arrive with the headers that the shop sent. */
export function checkHeaders(pages: readonly PageHeaders[], encrypted: boolean): Finding[] {
  const findings = pages.flatMap((page) => [
    ...basic(page, encrypted),
    ...(page.money ? withMoney(page) : []),
  ]);
  return findings.length > 0 ? findings : [ok("headers", "headers_ok")];
}

function basic({ path, status, headers }: PageHeaders, encrypted: boolean): Finding[] {
  if (status !== 200) return [wrong("headers", "headers_status", { path, status })];
  const needed = encrypted ? [...NEEDED, "strict-transport-security"] : NEEDED;
  const missing = needed
    .filter((header) => !headers.has(header))
    .map((header) => wrong("headers", "headers_missing", { path, header }));
  // Several headers of one name arrive joined by a comma, which no directive holds.
  const count = (headers.get(CSP) ?? "").split(/,(?=\s*[a-z-]+ )/).length;
  return count > 1 ? [...missing, warning("headers", "headers_twice", { path, count })] : missing;
}

const nonceOf = (headers: Headers) => /'nonce-([^']+)'/.exec(headers.get(CSP) ?? "")?.[1];

function withMoney({ path, headers, again }: PageHeaders): Finding[] {
  if (!headers.has(CSP)) return [];
  const nonce = nonceOf(headers);
  const value = headers.get("cache-control") ?? "";
  return [
    nonce === undefined && wrong("headers", "headers_nonce", { path }),
    nonce !== undefined &&
      nonce === nonceOf(again) &&
      wrong("headers", "headers_same_nonce", { path }),
    !value.includes("no-store") && wrong("headers", "headers_cached", { path, value }),
  ].filter((finding) => !!finding);
}
