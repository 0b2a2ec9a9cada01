import { describe, expect, test } from "vitest";
import { prepareEvm } from "@/lib/wallet/evm-payment";
import type { EvmProvider } from "@/lib/wallet/evm-provider";
import type { FailureKind } from "@/lib/wallet/wallet-failure";
import { toFailure, type WalletFailure } from "@/lib/wallet/wallet-failure";
import type { WalletTransfer } from "@/lib/wallet/wallet-transfer";

const ACCOUNT = "0x2222222222222222222222222222222222222222";
const HASH = `0x${"cd".repeat(32)}`;
const transfer = {
  family: "evm",
  chainId: 8453,
  coin: "USDC",
  recipient: "0x1111111111111111111111111111111111111111",
  units: 12_340_000n,
  decimals: 6,
  token: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913",
} as const satisfies WalletTransfer;
const { token: _token, ...native } = { ...transfer, coin: "ETH", decimals: 18 };

const word = (units: bigint) => `0x${units.toString(16).padStart(64, "0")}`;
const walletError = (code: number) => Object.assign(new Error("wallet"), { code });

type Answers = Record<string, unknown>;

/** A wallet that answers from a table; a function is called, an error is thrown. */
function fakeWallet(answers: Answers = {}) {
  const asked: { method: string; params?: readonly unknown[] }[] = [];
  const table: Answers = {
    eth_requestAccounts: [ACCOUNT],
    eth_accounts: [ACCOUNT],
    eth_chainId: "0x2105",
    eth_getBalance: "0x1",
    eth_call: word(50_000_000n),
    eth_sendTransaction: HASH,
    ...answers,
  };
  const provider: EvmProvider = {
    request: async (args) => {
      asked.push(args);
      const answer = table[args.method];
      const value = typeof answer === "function" ? answer(args.params) : answer;
      if (value instanceof Error) throw value;
      return value;
    },
  };
  const methods = () => asked.map(({ method }) => method);
  const sent = () => asked.filter(({ method }) => method === "eth_sendTransaction");
  return { provider, methods, sent, asked };
}

/** A wallet on Ethereum that changes chain when `knows` says so. */
function onEthereum(knows: boolean, change: (to: unknown) => Error | undefined = () => undefined) {
  let chain = "0x1";
  let known = knows;
  return fakeWallet({
    eth_chainId: () => chain,
    wallet_switchEthereumChain: (params: [{ chainId: string }]) => {
      if (!known) return walletError(4902);
      const refusal = change(params);
      if (refusal) return refusal;
      chain = params[0].chainId;
      return null;
    },
    wallet_addEthereumChain: () => {
      known = true;
      return null;
    },
  });
}

const prepare = (provider: EvmProvider, steps: string[] = [], wanted: typeof transfer = transfer) =>
  prepareEvm(provider, wanted, "Base", (step) => steps.push(step));

async function failure(run: Promise<unknown>): Promise<WalletFailure> {
  try {
    await run;
  } catch (error) {
    return toFailure(error, "connect_rejected");
  }
  throw new Error("nothing failed");
}

test("a wallet on the right chain with enough is asked for exactly the transfer", async () => {
  const wallet = fakeWallet();
  const steps: string[] = [];
  const ready = await prepare(wallet.provider, steps);
  expect(wallet.sent()).toEqual([]);
  await ready.recheck();
  expect(await ready.send()).toBe(HASH);
  expect(wallet.sent()).toEqual([
    {
      method: "eth_sendTransaction",
      params: [
        {
          from: ACCOUNT,
          to: transfer.token,
          value: "0x0",
          chainId: "0x2105",
          data: `0xa9059cbb${"1".repeat(40).padStart(64, "0")}${"bc4b20".padStart(64, "0")}`,
        },
      ],
    },
  ]);
  expect(steps).toEqual(["connecting", "checking"]);
});

describe("another chain", () => {
  test("is switched before anything else", async () => {
    const wallet = onEthereum(true);
    const steps: string[] = [];
    await prepare(wallet.provider, steps);
    expect(steps).toEqual(["connecting", "switching", "checking"]);
    expect(wallet.methods()).not.toContain("wallet_addEthereumChain");
  });

  test("that the wallet does not know is added", async () => {
    const wallet = onEthereum(false);
    await prepare(wallet.provider);
    expect(wallet.asked.find(({ method }) => method === "wallet_addEthereumChain")).toMatchObject({
      params: [{ chainId: "0x2105", chainName: "Base" }],
    });
  });

  test.each([
    ["refused", () => walletError(4001)],
    ["not possible", () => walletError(4200)],
  ])("that stays because the switch is %s ends there", async (_name, change) => {
    const wallet = onEthereum(true, change);
    expect((await failure(prepare(wallet.provider))).kind).toBe("wrong_chain");
    expect(wallet.methods()).not.toContain("eth_call");
  });

  test("is noticed when the wallet only claims to have switched", async () => {
    const wallet = fakeWallet({ eth_chainId: "0x1", wallet_switchEthereumChain: null });
    expect((await failure(prepare(wallet.provider))).kind).toBe("wrong_chain");
  });

  test("is noticed right before sending", async () => {
    let chain = "0x2105";
    const ready = await prepare(fakeWallet({ eth_chainId: () => chain }).provider);
    chain = "0x1";
    expect((await failure(ready.recheck())).kind).toBe("wrong_chain");
  });
});

test("a balance that is too small is told with both figures", async () => {
  const wallet = fakeWallet({ eth_call: word(12_339_999n) });
  const { kind, facts } = await failure(prepare(wallet.provider));
  expect({ kind, ...facts }).toEqual({ kind: "insufficient", held: "12.339999", needed: "12.34" });
});

test.each<[string, FailureKind, Answers]>([
  ["the connection is refused", "connect_rejected", { eth_requestAccounts: walletError(4001) }],
  ["no account is shared", "connect_rejected", { eth_accounts: [] }],
  ["a request is open already", "busy", { eth_requestAccounts: walletError(-32002) }],
  ["nothing is left for the fee", "insufficient_fee", { eth_getBalance: "0x0" }],
  ["the balance is no number", "unknown", { eth_call: "0x" }],
  ["the wallet breaks", "unknown", { eth_chainId: new Error("boom") }],
])("when %s it ends as “%s”", async (_name, kind, answers) => {
  const wallet = fakeWallet(answers);
  expect((await failure(prepare(wallet.provider))).kind).toBe(kind);
  expect(wallet.sent()).toEqual([]);
});

test("the chain's own coin must cover the amount and leave something", async () => {
  const units = 10n ** 18n;
  const pay = (held: bigint) => {
    const wallet = fakeWallet({ eth_getBalance: `0x${held.toString(16)}` });
    return prepareEvm(wallet.provider, { ...native, units }, "Base", () => {});
  };
  expect((await failure(pay(units - 1n))).kind).toBe("insufficient");
  expect((await failure(pay(units))).kind).toBe("insufficient_fee");
  await expect(pay(units + 1n)).resolves.toBeDefined();
});

test("an address with a wrong checksum is asked of no wallet", async () => {
  const wallet = fakeWallet();
  const recipient = "0x833589FCD6eDb6E08f4c7C32D4f71b54bdA02913";
  const run = prepareEvm(wallet.provider, { ...transfer, recipient }, "Base", () => {});
  expect((await failure(run)).kind).toBe("recipient");
  expect(wallet.asked).toEqual([]);
});
