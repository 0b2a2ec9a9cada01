import {
  AccountRole,
  type Address,
  appendTransactionMessageInstructions,
  blockhash,
  compileTransaction,
  createNoopSigner,
  createTransactionMessage,
  getTransactionEncoder,
  type Instruction,
  pipe,
  setTransactionMessageFeePayer,
  setTransactionMessageLifetimeUsingBlockhash,
} from "@solana/kit";
import {
  getCreateAssociatedTokenIdempotentInstruction,
  getTransferCheckedInstruction,
} from "@solana-program/token";
import { SYSTEM_PROGRAM, type TokenDestination } from "./solana-destination";

type TokenTransfer = {
  payer: Address;
  source: Address;
  destination: TokenDestination;
  mint: Address;
  units: bigint;
  decimals: number;
};

/** The mint and its decimals are in the instruction, so that the chain refuses any other token. */
export function tokenInstructions(transfer: TokenTransfer): Instruction[] {
  const { payer, source, destination, mint, units, decimals } = transfer;
  const authority = createNoopSigner(payer);
  const move = getTransferCheckedInstruction({
    source,
    mint,
    destination: destination.account,
    authority,
    amount: units,
    decimals,
  });
  if (!destination.createFor) return [move];
  const create = getCreateAssociatedTokenIdempotentInstruction({
    payer: authority,
    ata: destination.account,
    owner: destination.createFor,
    mint,
  });
  return [create, move];
}

const SYSTEM_TRANSFER = 2;

export function nativeInstructions(payer: Address, recipient: Address, units: bigint) {
  const data = new Uint8Array(12);
  const view = new DataView(data.buffer);
  view.setUint32(0, SYSTEM_TRANSFER, true);
  view.setBigUint64(4, units, true);
  const instruction: Instruction = {
    programAddress: SYSTEM_PROGRAM as Address,
    accounts: [
      { address: payer, role: AccountRole.WRITABLE_SIGNER },
      { address: recipient, role: AccountRole.WRITABLE },
    ],
    data,
  };
  return [instruction];
}

type Lifetime = { blockhash: string; lastValidBlockHeight: bigint };

/** The unsigned transaction as a wallet takes it. */
export function transactionBytes(
  payer: Address,
  lifetime: Lifetime,
  instructions: readonly Instruction[],
): Uint8Array {
  const message = pipe(
    createTransactionMessage({ version: 0 }),
    (empty) => setTransactionMessageFeePayer(payer, empty),
    (paid) =>
      setTransactionMessageLifetimeUsingBlockhash(
        {
          blockhash: blockhash(lifetime.blockhash),
          lastValidBlockHeight: lifetime.lastValidBlockHeight,
        },
        paid,
      ),
    (timed) => appendTransactionMessageInstructions(instructions, timed),
  );
  return new Uint8Array(getTransactionEncoder().encode(compileTransaction(message)));
}
