import { readOrder } from "@/components/order/read-order";
import { WalletFailure } from "@/lib/wallet/wallet-failure";
import { type WalletTransfer, walletTransfer } from "@/lib/wallet/wallet-transfer";
import { sameTransfer } from "./use-steady-transfer";

const ANSWER_MS_MAX = 15_000;

type Asked = { transfer: WalletTransfer; amount: string };

/**
 * Asks the server once more before a wallet is asked: the order may have been paid from another
 * device, or its time may be up.
 * @throws WalletFailure without an answer: to send without knowing is how one pays twice.
 */
export async function isStillDue(reference: string, asked: Asked): Promise<boolean> {
  const url = `/api/orders/${encodeURIComponent(reference)}`;
  const reading = await readOrder(url, AbortSignal.timeout(ANSWER_MS_MAX));
  if (reading.kind !== "view" || reading.view.reference !== reference) {
    throw new WalletFailure("unreachable");
  }
  const { payment, phase } = reading.view;
  if (phase !== "awaiting_payment" && phase !== "partly_paid") return false;
  const due = phase === "partly_paid" ? payment.missing : payment.amount;
  const transfer = due === asked.amount ? walletTransfer(payment, due) : undefined;
  return transfer !== undefined && sameTransfer(transfer, asked.transfer);
}
