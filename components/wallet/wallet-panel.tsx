"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { OrderView } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { payOrder } from "@/lib/wallet/pay-order";
import { toFailure } from "@/lib/wallet/wallet-failure";
import type { WalletTransfer } from "@/lib/wallet/wallet-transfer";
import { isStillDue } from "./is-still-due";
import { useSteadyTransfer } from "./use-steady-transfer";
import { type FoundWallet, useWallets } from "./use-wallets";
import { useWallet } from "./wallet-context";
import { WalletFailureNotice } from "./wallet-failure-notice";

export type WalletPanelProps = { view: OrderView; amount: string; transfer: WalletTransfer };

/** The wallets of this browser, and how far the chosen one is. */
export function WalletPanel({ view, amount, transfer: latest }: WalletPanelProps) {
  const wallet = useWallet();
  const transfer = useSteadyTransfer(latest);
  const { reference, payment } = view;
  const { coin, network } = payment;
  const wallets = useWallets({ reference, network, transfer });
  const cancel = wallet?.cancel;
  const last = useRef<FoundWallet>(undefined);

  useEffect(() => () => cancel?.(), [cancel]);

  if (!wallet) return null;
  const { words, attempt, pay } = wallet;
  const values = { amount, coin, network };
  const running = attempt.kind === "running" ? attempt : undefined;
  const choose = (found: FoundWallet) => {
    last.current = found;
    const { name, prepare } = found;
    const stillDue = () => isStillDue(reference, { transfer, amount });
    pay({
      wallet: name,
      run: (job) =>
        payOrder({ ...job, prepare, stillDue }).then(
          () => undefined,
          (error: unknown) => toFailure(error, "rejected"),
        ),
    });
  };
  const again = () => {
    const name = attempt.kind === "failed" ? attempt.wallet : undefined;
    const found = last.current ?? wallets?.find((candidate) => candidate.name === name);
    if (found) choose(found);
  };
  return (
    <>
      {attempt.kind === "failed" && (
        <WalletFailureNotice attempt={attempt} values={values} onAgain={again} />
      )}
      <section aria-label={words.title} className="flex flex-col gap-3">
        <p className="text-muted text-sm">{fill(words.promise, values)}</p>
        {wallets === undefined && <p role="status">{words.searching}</p>}
        {wallets?.length === 0 && (
          <Notice tone="info" role="status" title={words.none.title}>
            {fill(words.none.text, values)}
          </Notice>
        )}
        <ul className="flex flex-col gap-2">
          {wallets?.map((found) => (
            <li key={found.id}>
              <Button
                variant="secondary"
                className="w-full justify-start text-start"
                busy={running?.step === "asking" || running?.wallet === found.name}
                onClick={() => choose(found)}
              >
                {/* biome-ignore lint/performance/noImgElement: the picture is in the announcement itself. */}
                {found.icon && <img src={found.icon} alt="" width={24} height={24} />}
                {fill(words.choose, { ...values, wallet: found.name })}
              </Button>
            </li>
          ))}
        </ul>
        <p role="status" className="font-medium empty:hidden" data-testid="wallet-step">
          {running && fill(words.step[running.step], { ...values, wallet: running.wallet })}
        </p>
      </section>
    </>
  );
}
