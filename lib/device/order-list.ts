import { type DeviceOrder, forgetOrder, listOrders, type OrderStorage } from "./device-orders";
import { dropPaymentCopy } from "./payment-copy";
import { dropSent } from "./sent-payments";
import {
  forgetVaultOrder,
  listVault,
  takeOrders,
  type VaultOrder,
  type VaultStatus,
  vaultStatus,
} from "./vault";

export type OrderList =
  | { kind: "locked" }
  | {
      kind: "listed";
      vault: "blocked" | "plain" | "wrapped";
      orders: VaultOrder[];
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
    // Some private windows open a database and then keep no key in it, and a full disk keeps nothing.
    return { kind: "blocked" };
  }
  for (const { reference } of waiting) forgetOrder(storage, reference);
  return status;
}

/** The orders of this device, wherever they lie. */
export async function readOrderList(storage: OrderStorage | undefined): Promise<OrderList> {
  const status = await takeWaitingOrders(storage);
  if (status.kind === "locked") return status;
  const waiting = listOrders(storage).map((order) => ({ ...order, codes: [] }));
  if (status.kind === "blocked") {
    return { kind: "listed", vault: "blocked", orders: waiting, damaged: 0 };
  }
  const list = await listVault();
  if (!list) return { kind: "locked" };
  return { kind: "listed", vault: status.wrapped ? "wrapped" : "plain", ...list };
}

type Forgettable = Pick<DeviceOrder, "reference">;

/**
 * Forgets an order on this device. While it may still be paid, what a wallet was asked stays: after a
 * recovery it is all that stands between the buyer and a second payment.
 */
export async function forgetHere(
  storage: Storage | undefined,
  { reference }: Forgettable,
  isOver: boolean,
): Promise<void> {
  forgetOrder(storage, reference);
  dropPaymentCopy(storage, reference);
  if (isOver) dropSent(storage, reference);
  if ((await vaultStatus()).kind !== "blocked") await forgetVaultOrder(reference);
}
