import {
  type MessageFormatElement,
  type PluralElement,
  parse,
  TYPE,
} from "@formatjs/icu-messageformat-parser";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

/** Every message of a language under its whole path, such as `order.timer.left`. */
export async function flatMessages(locale: Locale): Promise<Map<string, string>> {
  return new Map(leaves(await loadMessages(locale), ""));
}

function leaves(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, member]) =>
    leaves(member, path === "" ? key : `${path}.${key}`),
  );
}

type Parsed = {
  /** The names of everything that is filled in, each once. */
  names: string[];
  plurals: PluralElement[];
  /** Parts of ICU that `fill` does not know. */
  foreign: MessageFormatElement[];
};

/** What a message consists of, as the reference parser of ICU MessageFormat reads it. */
export function parseMessage(text: string): Parsed {
  const elements = parse(text, { captureLocation: false }).flatMap(withParts);
  const plurals = elements.filter((element) => element.type === TYPE.plural);
  const named = elements.filter((element) => element.type === TYPE.argument);
  const known: TYPE[] = [TYPE.literal, TYPE.argument, TYPE.plural, TYPE.pound];
  return {
    names: [...new Set([...named, ...plurals].map(({ value }) => value))].sort(),
    plurals: plurals.filter(({ pluralType, offset }) => pluralType === "cardinal" && offset === 0),
    foreign: elements.filter(
      (element) =>
        !known.includes(element.type) ||
        (element.type === TYPE.plural && (element.pluralType !== "cardinal" || element.offset)),
    ),
  };
}

function withParts(element: MessageFormatElement): MessageFormatElement[] {
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element];
  const parts = Object.values(element.options).flatMap(({ value }) => value);
  return [element, ...parts.flatMap(withParts)];
}
