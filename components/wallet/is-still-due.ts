import { isOrderView } from "@/components/order/is-order-view";
import { WalletFailure } from "@/lib/wallet/wallet-failure";
import { type WalletTransfer, walletTransfer } from "@/lib/wallet/wallet-transfer";
import { sameTransfer } from "./use-steady-transfer";

type Asked = { transfer: WalletTransfer; amount: string };

/**
 * Asks the server once more before a wallet is asked: the order may have been paid from another
 * device, or its time may be up.
 * @throws WalletFailure without an answer: to send without knowing is how one pays twice.
 */
export async function isStillDue(reference: string, asked: Asked): Promise<boolean> {
  const view = await readOrder(reference);
  if (!isOrderView(view) || view.reference !== reference) throw new WalletFailure("unreachable");
  const { payment, phase } = view;
  if (phase !== "awaiting_payment" && phase !== "partly_paid") return false;
  const due = phase === "partly_paid" ? payment.missing : payment.amount;
  const transfer = due === asked.amount ? walletTransfer(payment, due) : undefined;
  return transfer !== undefined && sameTransfer(transfer, asked.transfer);
}

async function readOrder(reference: string): Promise<unknown> {
  try {
    const response = await fetch(`/api/orders/${encodeURIComponent(reference)}`, {
      cache: "no-store",
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(15_000),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    // No connection, or an answer that is not JSON.
    return undefined;
  }
}
