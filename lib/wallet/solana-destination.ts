import { type Address, isAddress, isOffCurveAddress } from "@solana/kit";
import {
  findAssociatedTokenPda,
  getTokenDecoder,
  TOKEN_PROGRAM_ADDRESS,
} from "@solana-program/token";
import { type EncodedAccount, type SolanaRpc, TOKEN_ACCOUNT_BYTES } from "./solana-rpc";
import { WalletFailure } from "./wallet-failure";

export const SYSTEM_PROGRAM = "11111111111111111111111111111111";

export type TokenDestination = {
  /** The token account that is credited. */
  account: Address;
  /** Whose account is to be made first when it is not there. */
  createFor?: Address;
};

const INITIALIZED = 1;

/**
 * Where tokens for an order's address go. The seller may hand out a wallet or, as it often does, a
 * token account; tokens that are sent by the wrong rule are lost.
 * @throws WalletFailure when it is neither beyond doubt.
 */
export async function tokenDestination(
  rpc: Pick<SolanaRpc, "account">,
  recipient: string,
  mint: string,
): Promise<TokenDestination> {
  if (!isAddress(recipient) || !isAddress(mint) || recipient === mint) throw doubt();
  const found = await rpc.account(recipient);
  if (found?.owner === TOKEN_PROGRAM_ADDRESS) {
    if (!takesMint(found, mint)) throw doubt();
    return { account: recipient };
  }
  // An address that nobody can sign for and that does not exist may be a token account to be.
  if (found ? found.owner !== SYSTEM_PROGRAM : isOffCurveAddress(recipient)) throw doubt();
  return { account: await tokenAccountOf(recipient, mint), createFor: recipient };
}

/** @throws WalletFailure when the chain's own coin would not reach a wallet. */
export async function nativeDestination(
  rpc: Pick<SolanaRpc, "account">,
  recipient: string,
): Promise<Address> {
  if (!isAddress(recipient)) throw doubt();
  const found = await rpc.account(recipient);
  if (found ? found.owner !== SYSTEM_PROGRAM : isOffCurveAddress(recipient)) throw doubt();
  return recipient;
}

/** The account in which a wallet holds a token by default. */
export async function tokenAccountOf(owner: Address, mint: Address): Promise<Address> {
  const [account] = await findAssociatedTokenPda({
    owner,
    mint,
    tokenProgram: TOKEN_PROGRAM_ADDRESS,
  });
  return account;
}

/** Whether it is a token account, of this very token, that can receive. Mints have another length. */
function takesMint({ data }: EncodedAccount, mint: Address): boolean {
  if (data.length !== TOKEN_ACCOUNT_BYTES) return false;
  const token = getTokenDecoder().decode(data);
  return token.mint === mint && token.state === INITIALIZED;
}

const doubt = (): WalletFailure => new WalletFailure("recipient");
