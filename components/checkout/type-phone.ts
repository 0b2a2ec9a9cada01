import type { AsYouType, CountryCode } from "libphonenumber-js/min";

type Typed = { text: string; caret: number };
type Formatter = new (country: CountryCode) => AsYouType;

/** What is no part of a number as people write it is left as it is, for its error to be said. */
const WRITTEN = /^[\d\s().\-+]*$/;
const COUNTED = /[\d+]/g;

/**
 * A number in groups while it is typed or after it is pasted. The caret stays behind the digit it
 * stood behind, wherever the groups put that digit.
 */
export function formatTyped(
  { text, caret }: Typed,
  country: CountryCode,
  Format: Formatter,
): Typed {
  if (!WRITTEN.test(text)) return { text, caret };
  const formatted = readTyped(text, country, Format)?.formatted ?? "";
  // Nothing that stands in the field may go, such as a whole number pasted behind a code.
  if (count(formatted) !== count(text)) return { text, caret };
  const before = count(text.slice(0, caret));
  return { text: formatted, caret: positionAfter(formatted, before) };
}

/**
 * A number as far as it is typed. The library stumbles over the first digits that somebody may type where
 * a single nought is dialled before a country's code.
 */
export function readTyped(text: string, country: CountryCode, Format: Formatter) {
  const reader = new Format(country);
  try {
    return { formatted: reader.input(text), reader };
  } catch {
    return undefined;
  }
}

const count = (text: string): number => text.match(COUNTED)?.length ?? 0;

function positionAfter(text: string, digits: number): number {
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (seen === digits) return at;
    if (/[\d+]/.test(text[at] ?? "")) seen += 1;
  }
  return text.length;
}
