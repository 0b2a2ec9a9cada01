import { membersOf } from "../is-record";
import { WalletFailure } from "./wallet-failure";

export type EncodedAccount = { owner: string; data: Uint8Array };

/** The five reads that paying needs, by the shop's own route. */
export type SolanaRpc = {
  account(address: string): Promise<EncodedAccount | undefined>;
  balance(address: string): Promise<bigint>;
  /** `undefined` when there is no such token account. */
  tokenBalance(address: string): Promise<bigint | undefined>;
  latestBlockhash(): Promise<{ blockhash: string; lastValidBlockHeight: bigint }>;
  /** What a new token account must hold to exist. */
  tokenAccountRent(): Promise<bigint>;
};

export const TOKEN_ACCOUNT_BYTES = 165;

type Fetch = typeof globalThis.fetch;

/** Reads for one order and one paying account; the route answers about nothing else. */
export function solanaRpc(reference: string, payer: string, fetcher: Fetch = fetch): SolanaRpc {
  const read = async (method: string, params: readonly (string | number)[] = []) => {
    const body = JSON.stringify({ reference, payer, method, params });
    try {
      const response = await fetcher("/api/rpc/solana", {
        method: "POST",
        cache: "no-store",
        headers: { "content-type": "application/json", accept: "application/json" },
        body,
        signal: AbortSignal.timeout(20_000),
      });
      if (response.ok) return membersOf(await response.json()).result;
    } catch {
      // No connection or no JSON: the same as a refusal, there is nothing to build a payment on.
    }
    throw new WalletFailure("unreachable");
  };
  return {
    account: async (address) => toAccount(membersOf(await read("getAccountInfo", [address])).value),
    balance: async (address) => toUnits(membersOf(await read("getBalance", [address])).value),
    tokenBalance: async (address) => {
      const answer = await read("getTokenAccountBalance", [address]);
      return answer === null ? undefined : toUnits(membersOf(membersOf(answer).value).amount);
    },
    latestBlockhash: async () => {
      const { blockhash, lastValidBlockHeight } = membersOf(
        membersOf(await read("getLatestBlockhash")).value,
      );
      if (typeof blockhash !== "string") throw new WalletFailure("unreachable");
      return { blockhash, lastValidBlockHeight: toUnits(lastValidBlockHeight) };
    },
    tokenAccountRent: async () =>
      toUnits(await read("getMinimumBalanceForRentExemption", [TOKEN_ACCOUNT_BYTES])),
  };
}

function toAccount(value: unknown): EncodedAccount | undefined {
  if (value === null) return undefined;
  const { owner, data } = membersOf(value);
  const [encoded, encoding] = Array.isArray(data) ? data : [];
  if (typeof owner !== "string" || typeof encoded !== "string" || encoding !== "base64") {
    throw new WalletFailure("unreachable");
  }
  return { owner, data: Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)) };
}

function toUnits(value: unknown): bigint {
  const whole =
    typeof value === "number" ? Number.isSafeInteger(value) && value >= 0 : isDigits(value);
  if (!whole) throw new WalletFailure("unreachable");
  return BigInt(value as number | string);
}

const isDigits = (value: unknown): boolean => typeof value === "string" && /^\d{1,20}$/.test(value);
