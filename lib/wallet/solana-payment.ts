import { address, getBase58Decoder, type Instruction } from "@solana/kit";
import type { Wallet } from "@wallet-standard/base";
import { fromBaseUnits } from "../payment/amount";
import type { ReadyPayment, WalletStep } from "./pay-order";
import { nativeDestination, tokenAccountOf, tokenDestination } from "./solana-destination";
import type { SolanaRpc } from "./solana-rpc";
import { nativeInstructions, tokenInstructions, transactionBytes } from "./solana-transaction";
import { connectSolana, sendSolana, stillHas } from "./solana-wallet";
import { WalletFailure } from "./wallet-failure";
import type { WalletTransfer } from "./wallet-transfer";

type SolanaTransfer = Extract<WalletTransfer, { family: "solana" }>;

/** What one signature costs. A wallet may add a tip for speed. */
const SIGNATURE_LAMPORTS = 5_000n;

/**
 * Connects a wallet and leaves nothing to do but to send.
 * @throws WalletFailure, or whatever the wallet throws.
 */
export async function prepareSolana(
  wallet: Wallet,
  transfer: SolanaTransfer,
  rpcFor: (payer: string) => SolanaRpc,
  onStep: (step: WalletStep) => void,
): Promise<ReadyPayment> {
  onStep("connecting");
  const account = await connectSolana(wallet);
  onStep("checking");
  const rpc = rpcFor(account.address);
  const instructions = await instructionsFor(rpc, account.address, transfer);
  let transaction = new Uint8Array();
  return {
    recheck: async () => {
      if (!stillHas(wallet, account)) throw new WalletFailure("connect_rejected");
      // A block hash lives for about a minute, so it is fetched last.
      const lifetime = await rpc.latestBlockhash();
      transaction = Uint8Array.from(
        transactionBytes(address(account.address), lifetime, instructions),
      );
    },
    send: async () => {
      const signature = await sendSolana(wallet, account, transaction);
      return signature?.length === 64 ? getBase58Decoder().decode(signature) : "";
    },
  };
}

async function instructionsFor(
  rpc: SolanaRpc,
  payerText: string,
  { recipient, units, decimals, token }: SolanaTransfer,
): Promise<Instruction[]> {
  const payer = address(payerText);
  const lamports = await rpc.balance(payer);
  if (token === undefined) {
    const destination = await nativeDestination(rpc, recipient);
    enough(lamports, units, decimals);
    if (lamports < units + SIGNATURE_LAMPORTS) throw new WalletFailure("insufficient_fee");
    return nativeInstructions(payer, destination, units);
  }
  const mint = address(token);
  const destination = await tokenDestination(rpc, recipient, token);
  const source = await tokenAccountOf(payer, mint);
  enough((await rpc.tokenBalance(source)) ?? 0n, units, decimals);
  const rent = await rentOf(rpc, destination);
  if (lamports < SIGNATURE_LAMPORTS + rent) throw new WalletFailure("insufficient_fee");
  return tokenInstructions({ payer, source, destination, mint, units, decimals });
}

/** The one who pays also pays for the account that has to be made first. */
async function rentOf(
  rpc: SolanaRpc,
  { account, createFor }: Awaited<ReturnType<typeof tokenDestination>>,
): Promise<bigint> {
  if (!createFor || (await rpc.account(account))) return 0n;
  return rpc.tokenAccountRent();
}

function enough(held: bigint, needed: bigint, decimals: number): void {
  if (held >= needed) return;
  throw new WalletFailure("insufficient", {
    held: fromBaseUnits(held, decimals),
    needed: fromBaseUnits(needed, decimals),
  });
}
