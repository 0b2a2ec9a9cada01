import { formatLocale } from "./format-locale";

/** Fills `{name}` placeholders of a message that reached the browser as a plain string. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const PLURAL = /\{count, plural, ((?:\w+ \{[^{}]*\} ?)+)\}/;
const FORM = /(\w+) \{([^{}]*)\}/g;

/**
 * A message about a count, in the words that its language has for so many. Of ICU's syntax it reads
 * what our messages use, one `{count, plural, …}` of plain forms; a test holds them to that, and this
 * to the results of the whole formatter, which would weigh ten times the page's own script.
 */
export function pick(count: number, message: string, locale: string): string {
  const number = new Intl.NumberFormat(formatLocale(locale)).format(count);
  const category = new Intl.PluralRules(locale).select(count);
  const chosen = message.replace(PLURAL, (_whole, list: string) => {
    const forms = new Map([...list.matchAll(FORM)].map(([, name, text]) => [name, text]));
    return (forms.get(category) ?? forms.get("other") ?? "").replaceAll("#", number);
  });
  return fill(chosen, { count: number });
}
