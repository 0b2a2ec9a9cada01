import {
  getBase58Encoder,
  getCompiledTransactionMessageDecoder,
  getInstructionsFromCompiledTransactionMessage,
  getTransactionDecoder,
} from "@solana/kit";
import {
  parseCreateAssociatedTokenIdempotentInstruction,
  parseTransferCheckedInstruction,
  TOKEN_PROGRAM_ADDRESS,
} from "@solana-program/token";
import type { Wallet } from "@wallet-standard/base";
import { expect, test } from "vitest";
import { SYSTEM_PROGRAM } from "@/lib/wallet/solana-destination";
import { prepareSolana } from "@/lib/wallet/solana-payment";
import type { SolanaRpc } from "@/lib/wallet/solana-rpc";
import { toFailure } from "@/lib/wallet/wallet-failure";
import type { WalletTransfer } from "@/lib/wallet/wallet-transfer";

const USDC = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v";
const PAYER = "AKnL4NNf3DGWZJS6cPknBuEGnVsV4A4m5tgebLHaRSZ9";
const SHOP = "9hSR6S7WPtxmTojgo6GG3k4yDPecgJY292j7xrsUGWBu";
const USDC_OF_PAYER = "3wvJdyFnGvaMWpbq93NU91SggiVRveULUXL6iX5VZDGP";
const USDC_OF_SHOP = "ASZ2TDDNJG2n42TxAezqNNzwWipykHrENDKMCoLKgzup";
const BLOCKHASH = "EkSnNWid2cvwEVnVx9aBqawnmiCNiDgp3gUdkDPTKN1N";
const RENT = 2_039_280n;

const usdc: Extract<WalletTransfer, { family: "solana" }> = {
  family: "solana",
  coin: "USDC",
  recipient: SHOP,
  units: 12_340_000n,
  decimals: 6,
  token: USDC,
};
const { token: _token, ...sol } = { ...usdc, coin: "SOL", decimals: 9 };

const rpc =
  (change: Partial<SolanaRpc> = {}) =>
  (): SolanaRpc => ({
    account: async () => undefined,
    balance: async () => 1_000_000_000n,
    tokenBalance: async () => 50_000_000n,
    latestBlockhash: async () => ({ blockhash: BLOCKHASH, lastValidBlockHeight: 100n }),
    tokenAccountRent: async () => RENT,
    ...change,
  });

const SIGNATURE = new Uint8Array(64).fill(7);

function fakeWallet(change: { chains?: string[]; answer?: unknown; connect?: () => unknown } = {}) {
  const sent: { transaction: Uint8Array; chain: string }[] = [];
  const chains = change.chains ?? ["solana:mainnet"];
  const account = {
    address: PAYER,
    publicKey: new Uint8Array(getBase58Encoder().encode(PAYER)),
    chains,
    features: ["solana:signAndSendTransaction"],
  };
  const wallet = {
    version: "1.0.0",
    name: "Fake",
    icon: "data:image/svg+xml;base64,",
    chains,
    accounts: [account],
    features: {
      "standard:connect": { connect: async () => change.connect?.() },
      "solana:signAndSendTransaction": {
        signAndSendTransaction: async (input: (typeof sent)[number]) => {
          sent.push(input);
          return "answer" in change ? change.answer : [{ signature: SIGNATURE }];
        },
      },
    },
  };
  return { wallet: wallet as unknown as Wallet, sent };
}

function instructionsOf(bytes: Uint8Array | undefined) {
  const { messageBytes } = getTransactionDecoder().decode(bytes ?? new Uint8Array());
  const message = getCompiledTransactionMessageDecoder().decode(messageBytes);
  return { message, instructions: getInstructionsFromCompiledTransactionMessage(message) };
}

const kindOf = (run: Promise<unknown>) =>
  run.then(
    () => "fine",
    (error: unknown) => toFailure(error, "connect_rejected").kind,
  );

async function send(transfer: typeof usdc, node = rpc()) {
  const { wallet, sent } = fakeWallet();
  const ready = await prepareSolana(wallet, transfer, node, () => {});
  expect(sent).toEqual([]);
  await ready.recheck();
  const hash = await ready.send();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.chain).toBe("solana:mainnet");
  return { hash, ...instructionsOf(sent[0]?.transaction) };
}

test("a token for a wallet makes its token account and credits it, nothing else", async () => {
  const { hash, message, instructions } = await send(usdc);
  expect(hash).toMatch(/^[1-9A-HJ-NP-Za-km-z]{86,88}$/);
  expect(message.lifetimeToken).toBe(BLOCKHASH);
  expect(message.staticAccounts[0]).toBe(PAYER);
  expect(message.header.numSignerAccounts).toBe(1);
  expect(instructions).toHaveLength(2);
  const [create, move] = instructions as [never, never];
  const { accounts: made } = parseCreateAssociatedTokenIdempotentInstruction(create);
  expect([made.payer, made.ata, made.owner, made.mint]).toMatchObject([
    { address: PAYER },
    { address: USDC_OF_SHOP },
    { address: SHOP },
    { address: USDC },
  ]);
  const { accounts, data } = parseTransferCheckedInstruction(move);
  expect([accounts.source, accounts.mint, accounts.destination, accounts.authority]).toMatchObject([
    { address: USDC_OF_PAYER },
    { address: USDC },
    { address: USDC_OF_SHOP },
    { address: PAYER },
  ]);
  expect(data).toMatchObject({ amount: 12_340_000n, decimals: 6 });
});

test("the chain's own coin is one transfer of the system program", async () => {
  const { instructions } = await send({ ...sol, units: 1_500_000n });
  expect(instructions).toHaveLength(1);
  expect(instructions[0]).toMatchObject({
    programAddress: SYSTEM_PROGRAM,
    accounts: [{ address: PAYER }, { address: SHOP }],
  });
  // The instruction's number and the lamports, little-endian.
  expect(Buffer.from(instructions[0]?.data ?? []).toString("hex")).toBe("0200000060e3160000000000");
});

const held = { owner: TOKEN_PROGRAM_ADDRESS, data: new Uint8Array(165) };
const existing: SolanaRpc["account"] = async (name) => (name === USDC_OF_SHOP ? held : undefined);

test.each<[string, string, typeof usdc, Partial<SolanaRpc>]>([
  ["too few tokens", "insufficient", usdc, { tokenBalance: async () => 12_339_999n }],
  ["no account of the token", "insufficient", usdc, { tokenBalance: async () => undefined }],
  ["too little for a new account", "insufficient_fee", usdc, { balance: async () => RENT }],
  [
    "enough when the account exists",
    "fine",
    usdc,
    { balance: async () => 5_000n, account: existing },
  ],
  [
    "too little of the chain's coin",
    "insufficient",
    { ...sol, units: 2n },
    { balance: async () => 1n },
  ],
  ["no fee beside the amount", "insufficient_fee", sol, { balance: async () => sol.units }],
])("%s: %s", async (_name, kind, transfer, change) => {
  const { wallet, sent } = fakeWallet();
  expect(await kindOf(prepareSolana(wallet, transfer, rpc(change), () => {}))).toBe(kind);
  expect(sent).toEqual([]);
});

test("a wallet without the main network is on the wrong one", async () => {
  const { wallet } = fakeWallet({ chains: ["solana:devnet"] });
  expect(await kindOf(prepareSolana(wallet, usdc, rpc(), () => {}))).toBe("wrong_chain");
});

test("a refused connection is told as such", async () => {
  const refused = () => {
    throw new Error("User rejected the request.");
  };
  const { wallet } = fakeWallet({ connect: refused });
  expect(await kindOf(prepareSolana(wallet, usdc, rpc(), () => {}))).toBe("connect_rejected");
});

test.each([[[]], [[{ signature: "text" }]], [[{ signature: new Uint8Array(3) }]]])(
  "an answer without a signature gives no hash",
  async (answer) => {
    const { wallet } = fakeWallet({ answer });
    const ready = await prepareSolana(wallet, usdc, rpc(), () => {});
    await ready.recheck();
    expect(await ready.send()).toBe("");
  },
);
