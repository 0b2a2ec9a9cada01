const LONGEST_SECONDS = 3_600;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The seconds of a Retry-After header, a number or a date; `undefined` when it is neither. */
export function retryAfterSeconds(
  header: string | undefined,
  nowMs = Date.now(),
): number | undefined {
  const text = header?.trim() ?? "";
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : HTTP_DATE.test(text)
      ? (Date.parse(text) - nowMs) / 1000
      : Number.NaN;
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(LONGEST_SECONDS, Math.max(1, Math.ceil(seconds)));
}
