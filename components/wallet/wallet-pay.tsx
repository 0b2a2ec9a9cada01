"use client";

import { type ComponentType, useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { OrderView } from "@/lib/contract/order-view";
import { walletTransfer } from "@/lib/wallet/wallet-transfer";
import { useWallet } from "./wallet-context";
import type { WalletPanelProps } from "./wallet-panel";

type Props = { view: OrderView; amount: string };

type Panel =
  | { kind: "closed" | "loading" | "failed" }
  | { kind: "open"; Content: ComponentType<WalletPanelProps> };

/**
 * Offers to pay from a wallet in this browser where the shop knows beyond doubt what to ask for.
 * Nothing that speaks to wallets is loaded before somebody wants it.
 */
export function WalletPay({ view, amount }: Props) {
  const wallet = useWallet();
  const id = useId();
  const [panel, setPanel] = useState<Panel>({ kind: "closed" });
  const transfer = wallet && walletTransfer(view.payment, amount);
  const offered = transfer && (transfer.family === "evm" || wallet?.solana);
  const failed = wallet?.attempt.kind === "failed";

  const closed = panel.kind === "closed";

  useEffect(() => {
    // The card was away while the wallet was asked; what came of it is told where it began.
    if (offered && failed && closed) void load(setPanel);
  }, [offered, failed, closed]);

  if (!offered || !wallet) return null;
  const { words, demo } = wallet;
  const isOpen = panel.kind === "open";
  const close = () => {
    wallet.dismiss();
    setPanel({ kind: "closed" });
  };
  return (
    <div data-testid="wallet-pay">
      {transfer.family === "solana" && transfer.token && (
        <p className="mb-3 text-muted text-sm">{words.tokenAccount}</p>
      )}
      <Button
        variant="secondary"
        size="lg"
        className="w-full sm:w-auto"
        busy={panel.kind === "loading"}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => (isOpen ? close() : void load(setPanel))}
      >
        <Icon name="wallet" />
        {isOpen ? words.close : words.button}
      </Button>
      {panel.kind === "failed" && (
        <Notice tone="danger" role="alert" className="mt-3">
          {words.loadFailed}
        </Notice>
      )}
      {isOpen && (
        <div id={id} className="mt-4 flex flex-col gap-4">
          {demo && <Notice tone="warn">{words.demo}</Notice>}
          <panel.Content view={view} amount={amount} transfer={transfer} />
        </div>
      )}
    </div>
  );
}

async function load(setPanel: (panel: Panel) => void): Promise<void> {
  setPanel({ kind: "loading" });
  try {
    const { WalletPanel } = await import("./wallet-panel");
    setPanel({ kind: "open", Content: WalletPanel });
  } catch {
    // No connection, or a release has replaced the file since the page was loaded.
    setPanel({ kind: "failed" });
  }
}
