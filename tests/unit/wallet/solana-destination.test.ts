import { address } from "@solana/kit";
import { getTokenEncoder, TOKEN_PROGRAM_ADDRESS } from "@solana-program/token";
import { expect, test } from "vitest";
import {
  nativeDestination,
  SYSTEM_PROGRAM,
  tokenAccountOf,
  tokenDestination,
} from "@/lib/wallet/solana-destination";
import type { EncodedAccount } from "@/lib/wallet/solana-rpc";
import { toFailure } from "@/lib/wallet/wallet-failure";

const USDC = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v";
const USDT = "Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB";
const TOKEN_2022 = "TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb";
// Public keys of the seeds 01…01 and 02…02, and their token accounts by SHA-256 and the curve alone.
const WALLET = "AKnL4NNf3DGWZJS6cPknBuEGnVsV4A4m5tgebLHaRSZ9";
const OTHER = "9hSR6S7WPtxmTojgo6GG3k4yDPecgJY292j7xrsUGWBu";
const USDC_OF_WALLET = "3wvJdyFnGvaMWpbq93NU91SggiVRveULUXL6iX5VZDGP";
const USDC_OF_OTHER = "ASZ2TDDNJG2n42TxAezqNNzwWipykHrENDKMCoLKgzup";

function tokenAccount(mint: string, state = 1): EncodedAccount {
  const data = getTokenEncoder().encode({
    mint: address(mint),
    owner: address(OTHER),
    amount: 0n,
    delegate: null,
    state,
    isNative: null,
    delegatedAmount: 0n,
    closeAuthority: null,
  });
  return { owner: TOKEN_PROGRAM_ADDRESS, data: new Uint8Array(data) };
}

const node = (known: Record<string, EncodedAccount> = {}) => ({
  account: async (name: string) => known[name],
});
const wallet = { owner: SYSTEM_PROGRAM, data: new Uint8Array() };

const kindOf = (run: Promise<unknown>) =>
  run.then(
    () => "fine",
    (error: unknown) => toFailure(error, "unknown").kind,
  );

test("token accounts are derived as the chain does", async () => {
  expect(await tokenAccountOf(address(WALLET), address(USDC))).toBe(USDC_OF_WALLET);
  expect(await tokenAccountOf(address(OTHER), address(USDC))).toBe(USDC_OF_OTHER);
});

test("a token account of the order's token is paid straight", async () => {
  const rpc = node({ [WALLET]: tokenAccount(USDC) });
  expect(await tokenDestination(rpc, WALLET, USDC)).toEqual({ account: WALLET });
});

test.each([
  ["a wallet", { [WALLET]: wallet }],
  ["a wallet that does not exist yet", {}],
])("%s is paid to its token account, made first if need be", async (_name, known) => {
  expect(await tokenDestination(node(known), WALLET, USDC)).toEqual({
    account: USDC_OF_WALLET,
    createFor: WALLET,
  });
});

test.each<[string, string, Record<string, EncodedAccount>]>([
  ["a token account of another token", WALLET, { [WALLET]: tokenAccount(USDT) }],
  ["a frozen token account", WALLET, { [WALLET]: tokenAccount(USDC, 2) }],
  ["a token account that is not set up", WALLET, { [WALLET]: tokenAccount(USDC, 0) }],
  [
    "a token itself",
    WALLET,
    { [WALLET]: { owner: TOKEN_PROGRAM_ADDRESS, data: new Uint8Array(82) } },
  ],
  ["the token's own mint", USDC, {}],
  ["a program's account", WALLET, { [WALLET]: { owner: TOKEN_2022, data: new Uint8Array(165) } }],
  ["a token account that does not exist yet", USDC_OF_WALLET, {}],
  ["an address of another chain", "0x1111111111111111111111111111111111111111", {}],
])("%s is never paid", async (_name, recipient, known) => {
  expect(await kindOf(tokenDestination(node(known), recipient, USDC))).toBe("recipient");
});

test("the chain's own coin goes to wallets only", async () => {
  expect(await nativeDestination(node({ [WALLET]: wallet }), WALLET)).toBe(WALLET);
  expect(await nativeDestination(node(), WALLET)).toBe(WALLET);
  const tokens = node({ [WALLET]: tokenAccount(USDC) });
  expect(await kindOf(nativeDestination(tokens, WALLET))).toBe("recipient");
  expect(await kindOf(nativeDestination(node(), USDC_OF_WALLET))).toBe("recipient");
});
