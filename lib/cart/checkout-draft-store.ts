import { isRecord } from "../is-record";
import { type KeyValueStore, readJson, writeJson } from "./browser-storage";

const STORE_KEY = "checkout.draft";
const TEXT_MAX = 300;

type LineDraft = { value: string; phone: string; account: string };

/** What the buyer typed. It lives in sessionStorage only, for it holds an e-mail and a phone number. */
export type StoredDraft = {
  /** By the product that each line buys. */
  lines: Record<string, LineDraft>;
  email: string;
  coin: string;
  method: string;
  coupon: string;
  refundAddress: string;
  newsletter: boolean;
};

type RestoredDraft = Partial<Omit<StoredDraft, "lines">> & {
  lines: Record<string, Partial<LineDraft>>;
};

export function saveDraft(store: KeyValueStore, draft: StoredDraft): void {
  writeJson(store, STORE_KEY, draft);
}

/**
 * The draft as far as it fits the page. The buyer's own details go along to other products; an account
 * number and a value belong to the product they were typed for, a coupon and a way of paying to an
 * order that still has one of its products.
 */
export function restoreDraft(store: KeyValueStore, products: readonly string[]): RestoredDraft {
  const stored = readJson(store, STORE_KEY);
  if (!isRecord(stored)) return { lines: {} };
  const kept = isRecord(stored.lines) ? stored.lines : {};
  const isSameOrder = products.some((product) => Object.hasOwn(kept, product));
  const fields = isSameOrder
    ? (["email", "coin", "method", "coupon", "refundAddress"] as const)
    : (["email"] as const);
  return {
    lines: Object.fromEntries(products.map((product) => [product, lineDraft(kept, product)])),
    ...textsOf(stored, fields),
    ...(isSameOrder && stored.newsletter === true && { newsletter: true }),
  };
}

export function dropDraft(store: KeyValueStore): void {
  store.removeItem(STORE_KEY);
}

function lineDraft(kept: Record<string, unknown>, product: string): Partial<LineDraft> {
  const own = Object.hasOwn(kept, product) ? kept[product] : undefined;
  if (isRecord(own)) return textsOf(own, ["value", "phone", "account"]);
  const numbers = Object.entries(kept).flatMap(([other, line]) => {
    const { phone } = isRecord(line) ? textsOf(line, ["phone"]) : {};
    return phone && isSameNumber(phone, other, product) ? [phone] : [];
  });
  // Which of several numbers is meant would be a guess.
  return new Set(numbers).size === 1 && numbers[0] ? { phone: numbers[0] } : {};
}

/** As it is dialled in one country, a number is somebody else's in another. */
const isSameNumber = (phone: string, from: string, to: string): boolean =>
  phone.trim().startsWith("+") || countryOf(from) === countryOf(to);

const countryOf = (product: string): string | undefined => product.split("/")[0];

function textsOf<Name extends string>(
  from: Record<string, unknown>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const texts: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const text = from[name];
    if (typeof text === "string" && text.length <= TEXT_MAX) texts[name] = text;
  }
  return texts;
}
