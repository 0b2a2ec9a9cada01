import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Call = { method: string; params: unknown[] };
type Known = {
  accounts?: Record<string, { owner: string; data: string }>;
  /** What the payer holds of the token; `none` without a token account. */
  tokens?: string;
  broken?: true;
};

const context = { slot: 1 };
const ANSWERS: Record<string, (params: unknown[], known: Known) => unknown> = {
  getAccountInfo: ([address], { accounts }) => {
    const found = accounts?.[String(address)];
    return {
      context,
      value: found ? { ...found, data: [found.data, "base64"], lamports: 2_039_280 } : null,
    };
  },
  getBalance: () => ({ context, value: 1_000_000_000 }),
  getTokenAccountBalance: (_params, { tokens = "1000000000" }) => ({
    context,
    value: { amount: tokens, decimals: 6 },
  }),
  getLatestBlockhash: () => ({
    context,
    value: {
      blockhash: "EkSnNWid2cvwEVnVx9aBqawnmiCNiDgp3gUdkDPTKN1N",
      lastValidBlockHeight: 100,
    },
  }),
  getMinimumBalanceForRentExemption: () => 2_039_280,
};

/**
 * A Solana node that knows what a test tells it: `POST /known` sets it, `GET /calls` lists what was
 * asked, everything else is JSON-RPC.
 */
export async function startSolanaStub() {
  let known: Known = {};
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const reply = (body: unknown) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(body));
    };
    if (request.url === "/calls") return reply(calls);
    if (request.url === "/known") {
      const more = JSON.parse(text) as Known;
      // Tests run side by side: each adds its own accounts.
      known = { ...known, ...more, accounts: { ...known.accounts, ...more.accounts } };
      return reply({});
    }
    const call = JSON.parse(text) as Call & { id: number };
    calls.push({ method: call.method, params: call.params });
    if (known.broken) {
      response.statusCode = 500;
      return response.end("Internal error");
    }
    const answer = ANSWERS[call.method];
    const missing =
      call.method === "getTokenAccountBalance" && known.tokens === "none"
        ? { code: -32602, message: "Invalid param: could not find account" }
        : undefined;
    const error = answer ? missing : { code: -32601, message: "Method not found" };
    return reply({
      jsonrpc: "2.0",
      id: call.id,
      ...(error ? { error } : { result: answer?.(call.params, known) }),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    know: (next: Known) => {
      known = next;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
