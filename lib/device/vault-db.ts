import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import { within } from "../within";
import type { SealedRecord } from "./record-seal";
import type { VaultKeys } from "./vault-keys";

/** What of an order: what it is, its last known state, and each code that is kept, each on its own. */
type Slot = "order" | "state" | `code.${string}`;

/** The order's place is a fingerprint of its reference, so that even the key tells nothing. */
export type Part = SealedRecord & { order: string; slot: Slot };

interface VaultSchema extends DBSchema {
  keys: { key: "current"; value: VaultKeys };
  parts: { key: [string, Slot]; value: Part };
}

type VaultDb = IDBPDatabase<VaultSchema>;
export type VaultWrite = IDBPTransaction<VaultSchema, ("keys" | "parts")[], "readwrite">;

// public/offline-codes.js opens the same database.
const NAME = "orders-vault";

/**
 * Opens the database for one piece of work. Nothing stays open in between, so that another tab may
 * delete it at any time.
 */
export async function withVaultDb<T>(run: (db: VaultDb) => Promise<T>): Promise<T> {
  const db = await openDB<VaultSchema>(NAME, 1, {
    upgrade(fresh) {
      fresh.createObjectStore("keys");
      fresh.createObjectStore("parts", { keyPath: ["order", "slot"] });
    },
  });
  try {
    return await run(db);
  } finally {
    db.close();
  }
}

const PATIENCE_MS = 5_000;

/** @throws when the browser has not done it in time, as while another tab holds the database. */
export async function deleteVaultDb(): Promise<void> {
  const isLate = await within(
    deleteDB(NAME).then(() => false),
    PATIENCE_MS,
    true,
  );
  if (isLate) throw new DOMException("The database is still held", "TimeoutError");
}

export const slotsOf = (order: string): IDBKeyRange =>
  // In the order of keys an array comes after every string.
  IDBKeyRange.bound([order], [order, []]);

export async function orderKey(reference: string): Promise<string> {
  const text = new TextEncoder().encode(`order|${reference}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
