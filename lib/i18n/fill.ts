import { formatLocale } from "./format-locale";

type Texts = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | number>>;

/**
 * Fills a message in ICU MessageFormat that reached the browser as a plain string: `{name}` and
 * `{count, plural, =0 {…} one {# …} other {# …}}`, which is all that messages use; a test compares it with
 * the full formatter over every message. A number is written as the language writes it, so whoever passes
 * one says the language. A placeholder without a value stays as it is.
 */
export function fill(message: string, values: Texts): string;
export function fill(message: string, values: Values, locale: string): string;
export function fill(message: string, values: Values, locale?: string): string {
  let filled = "";
  let from = 0;
  for (let open = message.indexOf("{"); open >= 0; open = message.indexOf("{", from)) {
    const close = closing(message, open);
    filled += message.slice(from, open) + argument(message.slice(open, close), values, locale);
    from = close;
  }
  return filled + message.slice(from);
}

function argument(whole: string, values: Values, locale: string | undefined): string {
  const [, name = "", forms] = /^\{\s*(\w+)\s*(?:,\s*plural\s*,(.*))?\}$/s.exec(whole) ?? [];
  const value = values[name];
  if (value === undefined) return whole;
  if (forms === undefined) return show(value, locale);
  const count = Number(value);
  const rule = locale ? new Intl.PluralRules(locale).select(count) : "other";
  const chosen = formOf(forms, `=${count}`) ?? formOf(forms, rule) ?? formOf(forms, "other") ?? "";
  const shown = show(Number.isNaN(count) ? value : count, locale);
  return fill(
    chosen.replaceAll("#", () => shown),
    values,
    locale ?? "",
  );
}

function show(value: string | number, locale: string | undefined): string {
  if (typeof value === "string" || !locale) return String(value);
  return new Intl.NumberFormat(formatLocale(locale)).format(value);
}

/** The wording that stands behind `selector`, which no wording before it can be mistaken for. */
function formOf(forms: string, selector: string): string | undefined {
  for (let open = forms.indexOf("{"), from = 0; open >= 0; open = forms.indexOf("{", from)) {
    const close = closing(forms, open);
    if (forms.slice(from, open).trim() === selector) return forms.slice(open + 1, close - 1);
    from = close;
  }
  return undefined;
}

/** Where what the brace at `open` begins has ended. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at + 1;
  }
  return text.length;
}
