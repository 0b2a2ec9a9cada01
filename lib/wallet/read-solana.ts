import "server-only";
import { request } from "undici";
import type { SolanaRead } from "../contract/solana-read";
import { membersOf } from "../is-record";
import { readJsonBody } from "../read-json-body";

const TIMEOUT_MS = 8_000;
const ANSWER_LIMIT_BYTES = 64 * 1024;

/** What a node says of an account that is not there, or is no token account. */
const NO_SUCH_ACCOUNT = -32602;

const COMMITMENT = { commitment: "confirmed" };

/** What is sent along is decided here and never by the caller. */
const OPTIONS = {
  getAccountInfo: [{ ...COMMITMENT, encoding: "base64" }],
  getBalance: [COMMITMENT],
  getTokenAccountBalance: [COMMITMENT],
  getLatestBlockhash: [COMMITMENT],
  getMinimumBalanceForRentExemption: [],
} as const satisfies Record<SolanaRead["method"], readonly object[]>;

/**
 * Makes one read on the configured node.
 * @returns its result, `null` where a token account does not exist, `undefined` when the node failed.
 */
export async function readSolana(
  url: string,
  { method, params }: Pick<SolanaRead, "method" | "params">,
): Promise<unknown> {
  try {
    const reply = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method,
        params: [...params, ...OPTIONS[method]],
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
    });
    const { result, error } = membersOf(await readJsonBody(reply.body, ANSWER_LIMIT_BYTES));
    if (result !== undefined) return result;
    const { code } = membersOf(error);
    return method === "getTokenAccountBalance" && code === NO_SUCH_ACCOUNT ? null : undefined;
  } catch {
    // The reason may name the node's address, which can hold a key.
    return undefined;
  }
}
