"use client";

import { useEffect, useState } from "react";
import { discoverEvm } from "@/lib/wallet/evm-provider";
import type { ReadyPayment, WalletStep } from "@/lib/wallet/pay-order";
import { solanaRpc } from "@/lib/wallet/solana-rpc";
import { discoverSolana } from "@/lib/wallet/solana-wallet";
import { WalletFailure } from "@/lib/wallet/wallet-failure";
import type { WalletTransfer } from "@/lib/wallet/wallet-transfer";

export type FoundWallet = {
  id: string;
  name: string;
  icon?: string | undefined;
  prepare(onStep: (step: WalletStep) => void): Promise<ReadyPayment>;
};

type Order = { reference: string; network: string; transfer: WalletTransfer };

const PATIENCE_MS = 1_000;

/** The wallets of this browser that can pay an order; `undefined` while there may be one to come. */
export function useWallets({ reference, network, transfer }: Order): FoundWallet[] | undefined {
  const [wallets, setWallets] = useState<FoundWallet[]>();

  useEffect(() => {
    const timer = setTimeout(() => setWallets((known) => known ?? []), PATIENCE_MS);
    const stop =
      transfer.family === "evm"
        ? discoverEvm((found) =>
            setWallets(
              found.map(({ provider, ...wallet }) => ({
                ...wallet,
                prepare: async (onStep) => {
                  const { prepareEvm } = await loaded(import("@/lib/wallet/evm-payment"));
                  return prepareEvm(provider, transfer, network, onStep);
                },
              })),
            ),
          )
        : discoverSolana((found) => {
            if (found.length === 0) return;
            setWallets(
              found.map(({ wallet: handle, ...wallet }) => ({
                ...wallet,
                prepare: async (onStep) => {
                  const { prepareSolana } = await loaded(import("@/lib/wallet/solana-payment"));
                  const rpcFor = (payer: string) => solanaRpc(reference, payer);
                  return prepareSolana(handle, transfer, rpcFor, onStep);
                },
              })),
            );
          });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [reference, network, transfer]);

  return wallets;
}

async function loaded<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch {
    // The file did not come: nothing has happened yet.
    throw new WalletFailure("unreachable");
  }
}
