import { type AskOutcome, askOnce, type SentDevice } from "../device/sent-payments";
import { isRejection, toFailure, WalletFailure } from "./wallet-failure";

export type WalletStep = "connecting" | "switching" | "checking" | "asking";

/** Everything is checked and built. */
export type ReadyPayment = {
  /** Looks once more, right before, at what the buyer may have changed in the wallet. */
  recheck(): Promise<void>;
  /** Asks the wallet to send and gives the transaction's hash. */
  send(): Promise<string>;
};

export type Job = {
  reference: string;
  device: SentDevice;
  /** Connects, checks chain and balance and builds the transfer. Sends nothing. */
  prepare(onStep: (step: WalletStep) => void): Promise<ReadyPayment>;
  /** Whether the server still asks for exactly this payment. */
  stillDue(): Promise<boolean>;
  /** Called with "asking" in the very moment in which nothing can be taken back any more. */
  onStep(step: WalletStep): void;
  /** The payment has left the page meanwhile, or another wallet was chosen. */
  signal: AbortSignal;
};

/**
 * The whole way from a chosen wallet to its answer.
 * @throws WalletFailure for everything that stops it before the wallet is asked to send.
 */
export async function payOrder(job: Job): Promise<AskOutcome> {
  const ready = await prepared(job);
  if (job.signal.aborted) throw new WalletFailure("order_moved");
  job.onStep("asking");
  const outcome = await askOnce(job.device, job.reference, () => ready.send(), isRejection);
  if (outcome.kind === "unguarded") throw new WalletFailure("unguarded");
  if (outcome.kind === "rejected") throw new WalletFailure("rejected");
  return outcome;
}

async function prepared(job: Job): Promise<ReadyPayment> {
  try {
    const ready = await job.prepare(job.onStep);
    if (!(await job.stillDue())) throw new WalletFailure("order_moved");
    await ready.recheck();
    return ready;
  } catch (error) {
    throw toFailure(error, "connect_rejected");
  }
}
