import { isRecord, type KeyValueStore, readJson, writeJson } from "./browser-storage";

const STORE_KEY = "checkout.draft";

/** What the buyer typed. It lives in sessionStorage only, for it holds an e-mail and a phone number. */
export type StoredDraft = {
  /** The brand, product and amount that the page was opened with. */
  choice: string;
  email: string;
  phone: string;
  account: string;
  value: string;
  coin: string;
  method: string;
  coupon: string;
  refundAddress: string;
  newsletter: boolean;
};

export function saveDraft(store: KeyValueStore, draft: StoredDraft): void {
  writeJson(store, STORE_KEY, draft);
}

/**
 * The draft as far as it fits the page. The buyer's own details go along to another product; an
 * account number, a value, a coupon and a way of paying belong to the choice they were typed for.
 */
export function restoreDraft(store: KeyValueStore, choice: string): Partial<StoredDraft> {
  const stored = readJson(store, STORE_KEY);
  if (!isRecord(stored)) return {};
  const texts = ["email", "phone"] as const;
  const own = ["account", "value", "coin", "method", "coupon", "refundAddress"] as const;
  const draft: Partial<StoredDraft> = {};
  for (const name of stored.choice === choice ? [...texts, ...own] : texts) {
    const text = stored[name];
    if (typeof text === "string" && text.length <= 300) draft[name] = text;
  }
  if (stored.choice === choice && stored.newsletter === true) draft.newsletter = true;
  return draft;
}

export function dropDraft(store: KeyValueStore): void {
  store.removeItem(STORE_KEY);
}
