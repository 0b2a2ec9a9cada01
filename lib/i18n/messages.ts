import type { Locale } from "./locales";

const NAMESPACES = [
  "api",
  "catalog",
  "checkout",
  "common",
  "doctor",
  "embed",
  "findable",
  "gift",
  "legal",
  "order",
  "orders",
  "problems",
  "product",
  "shop",
  "wallet",
] as const;

type Messages = Record<(typeof NAMESPACES)[number], Record<string, unknown>>;

/** Every sentence of a language, one file per surface. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const parts = await Promise.all(
    NAMESPACES.map(async (name) => {
      const file: { default: Record<string, unknown> } = await import(
        `../../messages/${locale}/${name}.json`
      );
      return [name, file.default] as const;
    }),
  );
  return Object.fromEntries(parts) as Messages;
}
