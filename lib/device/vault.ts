import type { Phase, RevealedDelivery } from "../contract/order-view";
import { type DeviceOrder, newestFirst } from "./device-orders";
import { deleteVaultDb, orderKey, type Part, slotsOf, withVaultDb } from "./vault-db";
import { isWrapped, makeKeys, unwrapKeys, type VaultKeys } from "./vault-keys";
import {
  findKeys,
  type NewPart,
  type OpenedPart,
  openParts,
  resealParts,
  writeParts,
} from "./vault-parts";

export type KnownState = { phase: Phase; at: string };
/** An order with everything that is kept of it, and as the list names it, with its codes only counted. */
export type VaultOrder = DeviceOrder & { state?: KnownState; codes: RevealedDelivery[] };
export type ListedOrder = DeviceOrder & { state?: KnownState; kept: number };

/** `blocked`: this browser keeps no database for the shop, as in some private windows and frames. */
export type VaultStatus =
  | { kind: "blocked" }
  | { kind: "locked" }
  | { kind: "open"; wrapped: boolean };
export type VaultList = { orders: ListedOrder[]; damaged: number };
type WholeVault = { orders: VaultOrder[]; damaged: number };
type KeptCodes = { codes: RevealedDelivery[]; damaged: number };

/** The key that a passphrase opened, in the memory of this page alone: a reload locks again. */
let unlocked: { id: string; privateKey: CryptoKey } | undefined;

export async function vaultStatus(): Promise<VaultStatus> {
  try {
    const keys = await findKeys();
    if (!keys || !isWrapped(keys)) return { kind: "open", wrapped: false };
    return unlocked?.id === keys.id ? { kind: "open", wrapped: true } : { kind: "locked" };
  } catch {
    // Whatever refuses, the database or its keys, the shop works without the vault.
    return { kind: "blocked" };
  }
}

/** Takes orders in. What the vault knows of an order already is kept, so nothing is lost by it. */
export const takeOrders = (orders: readonly DeviceOrder[]): Promise<void> =>
  write(
    orders.map((value) => ({ reference: value.reference, slot: "order", value, keep: "first" })),
  );

export const noteOrderState = (reference: string, state: KnownState): Promise<void> =>
  write([{ reference, slot: "state", value: state }]);

/** Only ever called because somebody asked for it: nothing else writes a code anywhere. */
export const keepCode = (reference: string, delivery: RevealedDelivery): Promise<void> =>
  write([{ reference, slot: `code.${delivery.id}`, value: delivery }]);

/** Adds what a backup holds; what this device already knows is the newer word. */
export const restoreOrders = (orders: readonly VaultOrder[]): Promise<void> =>
  write(
    orders.flatMap(({ state, codes, ...order }) => {
      const { reference } = order;
      const values: { slot: NewPart["slot"]; value: unknown }[] = [
        { slot: "order", value: order },
        ...(state ? [{ slot: "state" as const, value: state }] : []),
        ...codes.map((code) => ({ slot: `code.${code.id}` as const, value: code })),
      ];
      return values.map((part) => ({ reference, ...part, keep: "first" as const }));
    }),
  );

export async function dropCode(reference: string, lineId: string): Promise<void> {
  const order = await orderKey(reference);
  await withVaultDb((db) => db.delete("parts", [order, `code.${lineId}`]));
}

/** Whether a code is kept. What is known to be past opening is not; a locked one is believed. */
export async function hasCode(reference: string, lineId: string): Promise<boolean> {
  const order = await orderKey(reference);
  const part = await withVaultDb((db) => db.get("parts", [order, `code.${lineId}`]));
  const privateKey = part && (await presentKey());
  if (!privateKey) return part !== undefined;
  return (await openParts(privateKey, [part])).damaged === 0;
}

export async function forgetVaultOrder(reference: string): Promise<void> {
  const order = await orderKey(reference);
  await withVaultDb((db) => db.delete("parts", slotsOf(order)));
}

/** One order with its codes, or nothing when the vault is locked or does not have it. */
export async function findVaultOrder(reference: string): Promise<VaultOrder | undefined> {
  const privateKey = await presentKey();
  if (!privateKey) return undefined;
  const order = await orderKey(reference);
  const parts = await withVaultDb((db) => db.getAll("parts", slotsOf(order)));
  return assemble((await openParts(privateKey, parts)).opened)[0];
}

/** The codes that are kept of one order; `undefined` when the vault is locked. */
export async function findKeptCodes(reference: string): Promise<KeptCodes | undefined> {
  const privateKey = await presentKey();
  if (!privateKey) return undefined;
  const order = await orderKey(reference);
  const parts = await withVaultDb((db) => db.getAll("parts", slotsOf(order)));
  const { opened, damaged } = await openParts(privateKey, parts.filter(isCode));
  return { codes: opened.map(({ value }) => value as RevealedDelivery), damaged };
}

/** Every order with its codes, for a backup; `undefined` while the vault is locked. */
export async function readVault(): Promise<WholeVault | undefined> {
  const privateKey = await presentKey();
  if (!privateKey) return undefined;
  const parts = await withVaultDb((db) => db.getAll("parts"));
  const { opened, damaged } = await openParts(privateKey, parts);
  return { orders: assemble(opened), damaged };
}

/** The list, newest first. The codes in it stay sealed. */
export async function listVault(): Promise<VaultList> {
  const privateKey = await presentKey();
  if (!privateKey) return { orders: [], damaged: 0 };
  const parts = await withVaultDb((db) => db.getAll("parts"));
  const codes = parts.filter(isCode);
  const { opened, damaged } = await openParts(
    privateKey,
    parts.filter((part) => !isCode(part)),
  );
  const orders = await Promise.all(
    assemble(opened).map(async ({ codes: _none, ...order }) => {
      const key = await orderKey(order.reference);
      return { ...order, kept: codes.filter((code) => code.order === key).length };
    }),
  );
  return { orders, damaged };
}

/** @returns whether the passphrase was right. */
export async function unlockVault(passphrase: string): Promise<boolean> {
  const keys = await findKeys();
  if (!keys || !isWrapped(keys)) return true;
  const privateKey = await unwrapKeys(keys, passphrase);
  if (privateKey) unlocked = { id: keys.id, privateKey };
  return privateKey !== undefined;
}

export function lockVault(): void {
  unlocked = undefined;
}

/**
 * Puts everything under a new key, which a passphrase wraps or, without one, this browser alone holds.
 * @returns false while the list is locked.
 */
export async function rekeyVault(passphrase?: string): Promise<boolean> {
  const { kept, privateKey } = await makeKeys(passphrase);
  if (!(await resealParts(privateKeyOf, kept))) return false;
  unlocked = isWrapped(kept) ? { id: kept.id, privateKey } : undefined;
  return true;
}

export async function deleteVault(): Promise<void> {
  lockVault();
  await deleteVaultDb();
}

async function presentKey(): Promise<CryptoKey | undefined> {
  const keys = await findKeys();
  return keys && privateKeyOf(keys);
}

const write = (parts: readonly NewPart[]): Promise<void> => writeParts(parts, privateKeyOf);

const isCode = ({ slot }: Part): boolean => slot.startsWith("code.");

function privateKeyOf(keys: VaultKeys): CryptoKey | undefined {
  if (!isWrapped(keys)) return keys.privateKey;
  return unlocked?.id === keys.id ? unlocked.privateKey : undefined;
}

/** Only what `writeParts` sealed opens at all, so the shapes are the ones that went in. */
function assemble(opened: readonly OpenedPart[]): VaultOrder[] {
  const orders = opened
    .filter(({ part }) => part.slot === "order")
    .map(({ part, value }): VaultOrder => {
      const mine = opened.filter((other) => other.part.order === part.order);
      const state = mine.find((other) => other.part.slot === "state")?.value as KnownState;
      const codes = mine
        .filter((other) => isCode(other.part))
        .map((other) => other.value as RevealedDelivery);
      return { ...(value as DeviceOrder), ...(state && { state }), codes };
    });
  return newestFirst(orders);
}
