import {
  type DeviceOrder,
  forgetOrder,
  listOrders,
  newestFirst,
  type OrderStorage,
  rememberOrder,
  tidyOrder,
} from "./device-orders";
import { dropPaymentCopy } from "./payment-copy";
import { dropSent } from "./sent-payments";
import {
  findVaultOrder,
  forgetVaultOrder,
  type KnownState,
  type ListedOrder,
  listVault,
  noteOrderState,
  takeOrders,
  type VaultStatus,
  vaultStatus,
} from "./vault";
import { findKeys } from "./vault-parts";

export type OrderList =
  | { kind: "locked" }
  | {
      kind: "listed";
      vault: "blocked" | "plain" | "wrapped";
      orders: ListedOrder[];
      damaged: number;
    };

/** Moves what pages have written down into the vault. What the vault does not take stays where it is. */
export async function takeWaitingOrders(storage: OrderStorage | undefined): Promise<VaultStatus> {
  const status = await vaultStatus();
  const waiting = listOrders(storage);
  if (status.kind === "blocked" || waiting.length === 0) return status;
  try {
    await takeOrders(waiting);
  } catch {
    // Some private windows open a database and then keep no key in it. A full disk takes nothing more, but
    // what it has can still be read.
    return (await findKeys().catch(() => undefined)) ? status : { kind: "blocked" };
  }
  for (const { reference } of waiting) forgetOrder(storage, reference);
  return status;
}

/** The orders of this device, wherever they lie. */
export async function readOrderList(storage: OrderStorage | undefined): Promise<OrderList> {
  const status = await takeWaitingOrders(storage);
  if (status.kind === "locked") return status;
  // A database may open and then not give out what it holds.
  const kept = status.kind === "open" ? await listVault().catch(() => undefined) : undefined;
  const isKept = (reference: string) => kept?.orders.some((order) => order.reference === reference);
  const waiting = listOrders(storage)
    .filter(({ reference }) => !isKept(reference))
    .map((order) => ({ ...order, kept: 0 }));
  if (status.kind !== "open" || !kept) {
    return { kind: "listed", vault: "blocked", orders: waiting, damaged: 0 };
  }
  const orders = newestFirst([...waiting, ...kept.orders]);
  return { kind: "listed", vault: status.wrapped ? "wrapped" : "plain", ...kept, orders };
}

/** An order that was opened here, by checkout or by a link, is in this device's list from now on. */
export async function keepOrder(
  storage: OrderStorage | undefined,
  order: DeviceOrder,
  state: KnownState,
): Promise<void> {
  const { kind } = await takeWaitingOrders(storage);
  if (kind !== "blocked") {
    try {
      await takeOrders([tidyOrder(order)]);
      return await noteOrderState(order.reference, state);
    } catch {
      // It opens and keeps nothing, as above; the list is all that there is.
    }
  }
  if (!listOrders(storage).some(({ reference }) => reference === order.reference)) {
    rememberOrder(storage, order);
  }
}

export async function findOrder(
  storage: OrderStorage | undefined,
  reference: string,
): Promise<DeviceOrder | undefined> {
  const waiting = listOrders(storage).find((order) => order.reference === reference);
  if (waiting || (await vaultStatus()).kind === "blocked") return waiting;
  return findVaultOrder(reference);
}

/**
 * Forgets an order on this device. While it may still be paid, what a wallet was asked stays: after a
 * recovery it is all that stands between the buyer and a second payment.
 */
export async function forgetHere(
  storage: Storage | undefined,
  reference: string,
  isOver: boolean,
): Promise<void> {
  forgetOrder(storage, reference);
  dropPaymentCopy(storage, reference);
  if (isOver) dropSent(storage, reference);
  if ((await vaultStatus()).kind !== "blocked") await forgetVaultOrder(reference);
}
