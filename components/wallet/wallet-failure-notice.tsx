"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { fill } from "@/lib/i18n/fill";
import type { FailureKind } from "@/lib/wallet/wallet-failure";
import { type Attempt, useWallet } from "./wallet-context";

type Props = {
  attempt: Extract<Attempt, { kind: "failed" }>;
  values: { amount: string; coin: string; network: string };
  onAgain: () => void;
};

/** What the buyer decided is no fault of anything. */
const CALM: ReadonlySet<FailureKind> = new Set(["rejected", "connect_rejected", "busy"]);
/** Where the same again cannot end otherwise. */
const HOPELESS: ReadonlySet<FailureKind> = new Set(["recipient", "order_moved", "unguarded"]);

/** Why nothing was sent, and what can be done. */
export function WalletFailureNotice({ attempt, values, onAgain }: Props) {
  const wallet = useWallet();
  const notice = useRef<HTMLDivElement>(null);
  const { failure } = attempt;

  useEffect(() => {
    if (failure) notice.current?.focus();
  }, [failure]);

  if (!wallet) return null;
  const { words } = wallet;
  const { title, text } = words.failure[failure.kind];
  const facts = { ...values, wallet: attempt.wallet, ...failure.facts };
  const again = failure.kind === "wrong_chain" ? words.switchAgain : words.again;
  return (
    <div ref={notice} tabIndex={-1} data-failure={failure.kind}>
      <Notice
        tone={CALM.has(failure.kind) ? "info" : "warn"}
        role="alert"
        title={fill(title, facts)}
      >
        <p>{fill(text, facts)}</p>
        {!HOPELESS.has(failure.kind) && (
          <Button variant="secondary" className="mt-3" onClick={onAgain}>
            {fill(again, facts)}
          </Button>
        )}
      </Notice>
    </div>
  );
}
