"use client";

import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import { useWallet } from "@/components/wallet/wallet-context";
import { useOrderContext } from "./order-context";

type Props = { againHref: string; report: React.ReactNode };

/** Ordering again takes an answer first: who has sent something must not pay a second time. */
export function ReorderCard({ againHref, report }: Props) {
  const { messages } = useOrderContext();
  const sent = useWallet()?.sent;
  const [chosen, setChosen] = useState<"ask" | "yes" | "no">();
  // What a wallet of this browser was asked to send has answered already.
  const answer = chosen ?? (sent ? "yes" : "ask");
  const text = messages.expired;
  const heading = useKeptFocus<HTMLHeadingElement>(chosen);
  return (
    <section className="rounded-card border border-line bg-surface px-4 py-6 sm:px-6">
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-lg">
        {text.ask}
      </h2>
      {answer === "ask" && (
        <>
          <p className="mt-1 text-muted">{text.askText}</p>
          <div className="mt-5 flex flex-wrap gap-3">
            <Button variant="secondary" size="lg" onClick={() => setChosen("no")}>
              {text.no}
            </Button>
            <Button variant="secondary" size="lg" onClick={() => setChosen("yes")}>
              {text.yes}
            </Button>
          </div>
        </>
      )}
      {answer !== "ask" && (
        <div role="status">
          <p className="mt-2 max-w-prose">{answer === "no" ? text.noText : text.yesText}</p>
        </div>
      )}
      {answer === "no" && (
        <div className="mt-5 flex flex-wrap gap-3">
          <ButtonLink href={againHref} size="lg">
            {text.again}
          </ButtonLink>
          <Button variant="quiet" size="lg" onClick={() => setChosen("ask")}>
            {text.back}
          </Button>
        </div>
      )}
      {answer === "yes" && (
        <div className="mt-5 flex flex-col items-start gap-3">
          {report}
          <Button variant="quiet" onClick={() => setChosen("ask")}>
            {text.back}
          </Button>
        </div>
      )}
    </section>
  );
}
