"use client";

import { useState } from "react";
import type { WalletTransfer } from "@/lib/wallet/wallet-transfer";

/** The same object as long as it says the same, so that a refreshed order starts nothing anew. */
export function useSteadyTransfer(latest: WalletTransfer): WalletTransfer {
  const [steady, setSteady] = useState(latest);
  if (sameTransfer(steady, latest)) return steady;
  setSteady(latest);
  return latest;
}

export function sameTransfer(left: WalletTransfer, right: WalletTransfer): boolean {
  return identity(left) === identity(right);
}

const identity = (transfer: WalletTransfer): string =>
  [
    transfer.family,
    transfer.family === "evm" ? transfer.chainId : "",
    transfer.coin,
    transfer.token ?? "",
    transfer.recipient,
    transfer.units,
    transfer.decimals,
  ].join("|");
