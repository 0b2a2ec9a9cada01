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
] as const satisfies readonly (keyof Messages)[];

/** Every language has the keys of the first; a test holds it. Two files are looked up by codes alone. */
type Messages = {
  api: Readonly<Record<string, string>>;
  catalog: typeof import("@/messages/en/catalog.json");
  checkout: typeof import("@/messages/en/checkout.json");
  common: typeof import("@/messages/en/common.json");
  doctor: typeof import("@/messages/en/doctor.json");
  embed: typeof import("@/messages/en/embed.json");
  findable: typeof import("@/messages/en/findable.json");
  gift: typeof import("@/messages/en/gift.json");
  legal: typeof import("@/messages/en/legal.json");
  order: typeof import("@/messages/en/order.json");
  orders: typeof import("@/messages/en/orders.json");
  problems: Readonly<Record<string, string>>;
  product: typeof import("@/messages/en/product.json");
  shop: typeof import("@/messages/en/shop.json");
  wallet: typeof import("@/messages/en/wallet.json");
};

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
  return Object.fromEntries(parts) as Record<string, unknown> as Messages;
}
