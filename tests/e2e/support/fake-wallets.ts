import type { BrowserContext } from "@playwright/test";

type Answer = { result: unknown } | { error: { code: number; message: string } };
type Asked = { method: string; params: unknown };

/** A wallet of a browser, shared by its tabs as a real extension is. Its answers are made here. */
export type FakeWallet = {
  name: string;
  asked: Asked[];
  /** What was asked that moves money. */
  sends: () => Asked[];
  /** Decides about one kind of request; `undefined` never answers. */
  on: (method: string, decide: (params: unknown) => Answer | undefined) => void;
};

export const ok = (result: unknown): Answer => ({ result });
export const refuse = (code: number, message = "wallet"): Answer => ({ error: { code, message } });

const never = () => new Promise<never>(() => {});

async function shareWallet(
  context: BrowserContext,
  name: string,
  sending: string,
  answers: Record<string, (params: unknown) => Answer | undefined>,
): Promise<FakeWallet> {
  const asked: Asked[] = [];
  const decisions = new Map(Object.entries(answers));
  await context.exposeFunction("askWallet", (method: string, params: unknown) => {
    asked.push({ method, params });
    const decide = decisions.get(method);
    return (decide ? decide(params) : refuse(4200)) ?? never();
  });
  return {
    name,
    asked,
    sends: () => asked.filter(({ method }) => method === sending),
    on: (method, decide) => decisions.set(method, decide),
  };
}

export const EVM_ACCOUNT = "0x2222222222222222222222222222222222222222";
export const EVM_HASH = `0x${"ab".repeat(32)}`;
const word = (units: bigint) => `0x${units.toString(16).padStart(64, "0")}`;

/** Announces a wallet by EIP-6963 in every page of a context. */
export async function addEvmWallet(
  context: BrowserContext,
  { chain = "0x2105", knows = ["0x1", "0x2105"], units = 1_000_000_000n } = {},
): Promise<FakeWallet> {
  let current = chain;
  const known = new Set(knows);
  const switchTo = (params: unknown): Answer => {
    const [{ chainId }] = params as [{ chainId: string }];
    if (!known.has(chainId)) return refuse(4902);
    current = chainId;
    return ok(null);
  };
  const wallet = await shareWallet(context, "Fake EVM", "eth_sendTransaction", {
    eth_requestAccounts: () => ok([EVM_ACCOUNT]),
    eth_accounts: () => ok([EVM_ACCOUNT]),
    eth_chainId: () => ok(current),
    eth_getBalance: () => ok("0x2386f26fc10000"),
    eth_call: () => ok(word(units)),
    wallet_switchEthereumChain: switchTo,
    wallet_addEthereumChain: (params) => {
      known.add((params as [{ chainId: string }])[0].chainId);
      return ok(null);
    },
    eth_sendTransaction: () => ok(EVM_HASH),
  });
  await context.addInitScript((name) => {
    type Ask = (method: string, params: unknown) => Promise<Answer>;
    const provider = {
      request: async ({ method, params }: { method: string; params?: unknown }) => {
        const { askWallet } = window as unknown as { askWallet: Ask };
        const answer = await askWallet(method, params);
        if ("error" in answer) throw Object.assign(new Error(answer.error.message), answer.error);
        return answer.result;
      },
    };
    const info = {
      uuid: "350670db-19fa-4704-a166-e52e178b59d2",
      name,
      icon: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/%3E",
      rdns: "example.fake",
    };
    const announce = () =>
      window.dispatchEvent(
        new CustomEvent("eip6963:announceProvider", { detail: { info, provider } }),
      );
    window.addEventListener("eip6963:requestProvider", announce);
    announce();
  }, wallet.name);
  return wallet;
}

export const SOLANA_PAYER = "AKnL4NNf3DGWZJS6cPknBuEGnVsV4A4m5tgebLHaRSZ9";

/** Registers a wallet by the Wallet Standard in every page of a context. */
export async function addSolanaWallet(context: BrowserContext): Promise<FakeWallet> {
  const wallet = await shareWallet(context, "Fake Solana", "send", {
    connect: () => ok(null),
    send: () => ok(new Array(64).fill(7)),
  });
  await context.addInitScript(
    ({ name, address }) => {
      type Ask = (method: string, params: unknown) => Promise<Answer>;
      const ask = async (method: string, params?: unknown) => {
        const { askWallet } = window as unknown as { askWallet: Ask };
        const answer = await askWallet(method, params);
        if ("error" in answer) throw Object.assign(new Error(answer.error.message), answer.error);
        return answer.result;
      };
      const chains = ["solana:mainnet"];
      const account = {
        address,
        publicKey: new Uint8Array(32),
        chains,
        features: ["solana:signAndSendTransaction"],
      };
      const state = { accounts: [] as (typeof account)[] };
      const standard = {
        version: "1.0.0",
        name,
        icon: "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=",
        chains,
        get accounts() {
          return state.accounts;
        },
        features: {
          "standard:connect": {
            version: "1.0.0",
            connect: async () => {
              await ask("connect");
              state.accounts = [account];
              return { accounts: state.accounts };
            },
          },
          "solana:signAndSendTransaction": {
            version: "1.0.0",
            supportedTransactionVersions: ["legacy", 0],
            signAndSendTransaction: async (input: { transaction: Uint8Array; chain: string }) => {
              const params = { chain: input.chain, transaction: [...input.transaction] };
              const signature = (await ask("send", params)) as number[];
              return [{ signature: Uint8Array.from(signature) }];
            },
          },
        },
      };
      type Register = (api: { register(wallet: unknown): void }) => void;
      const callback: Register = ({ register }) => register(standard);
      window.addEventListener("wallet-standard:app-ready", (event) =>
        callback((event as CustomEvent).detail),
      );
      window.dispatchEvent(
        new CustomEvent("wallet-standard:register-wallet", { detail: callback }),
      );
    },
    { name: wallet.name, address: SOLANA_PAYER },
  );
  return wallet;
}
