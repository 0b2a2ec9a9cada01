const DOMAINS = [
  "gmail.com",
  "googlemail.com",
  "hotmail.com",
  "outlook.com",
  "yahoo.com",
  "icloud.com",
  "proton.me",
  "protonmail.com",
  "gmx.de",
  "web.de",
  "live.com",
  "yandex.com",
  "mail.com",
  "aol.com",
];
/** Providers of their own that are near to one of the above. */
const OTHERS: ReadonlySet<string> = new Set([
  "aim.com",
  "email.com",
  "gmx.at",
  "gmx.ch",
  "gmx.com",
  "gmx.net",
  "hotmail.ca",
  "live.ca",
  "mac.com",
  "me.com",
  "yahoo.ca",
  "ymail.com",
]);
const MAX_DISTANCE = 2;

/** The address that was probably meant, when the domain is nearly a well-known one. */
export function emailHint(typed: string): string | undefined {
  const email = typed.trim();
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1).toLowerCase();
  if (at < 1 || domain === "" || DOMAINS.includes(domain) || OTHERS.has(domain)) return undefined;
  const nearest = DOMAINS.map((known) => ({ known, distance: distance(domain, known) })).sort(
    (left, right) => left.distance - right.distance,
  )[0];
  // A short domain is near to many others, and most of those are real.
  const limit = domain.length < 7 ? 1 : MAX_DISTANCE;
  return nearest && nearest.distance <= limit
    ? `${email.slice(0, at)}@${nearest.known}`
    : undefined;
}

/** Edits between two words, where two neighbours that changed places count as one. */
function distance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const at = (up: number, back: number) => rows[i - up]?.[j - back] ?? 0;
      const same = from[i - 1] === to[j - 1];
      let best = Math.min(at(1, 0) + 1, (row[j - 1] ?? 0) + 1, at(1, 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        best = Math.min(best, at(2, 2) + 1);
      }
      row.push(best);
    }
    rows.push(row);
  }
  return rows[from.length]?.[to.length] ?? 0;
}
