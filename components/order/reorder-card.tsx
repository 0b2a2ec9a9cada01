"use client";

import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import { useOrderContext } from "./order-context";

type Props = { againHref: string; report: React.ReactNode };

/** Ordering again takes an answer first: who has sent something must not pay a second time. */
export function ReorderCard({ againHref, report }: Props) {
  const { messages } = useOrderContext();
  const [answer, setAnswer] = useState<"yes" | "no">();
  const text = messages.expired;
  const heading = useKeptFocus<HTMLHeadingElement>(answer);
  return (
    <section className="rounded-card border border-line bg-surface px-4 py-6 sm:px-6">
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-lg">
        {text.ask}
      </h2>
      {answer === undefined && (
        <>
          <p className="mt-1 text-muted">{text.askText}</p>
          <div className="mt-5 flex flex-wrap gap-3">
            <Button variant="secondary" size="lg" onClick={() => setAnswer("no")}>
              {text.no}
            </Button>
            <Button variant="secondary" size="lg" onClick={() => setAnswer("yes")}>
              {text.yes}
            </Button>
          </div>
        </>
      )}
      {answer !== undefined && (
        <div role="status">
          <p className="mt-2 max-w-prose">{answer === "no" ? text.noText : text.yesText}</p>
        </div>
      )}
      {answer === "no" && (
        <div className="mt-5 flex flex-wrap gap-3">
          <ButtonLink href={againHref} size="lg">
            {text.again}
          </ButtonLink>
          <Button variant="quiet" size="lg" onClick={() => setAnswer(undefined)}>
            {text.back}
          </Button>
        </div>
      )}
      {answer === "yes" && (
        <div className="mt-5 flex flex-col items-start gap-3">
          {report}
          <Button variant="quiet" onClick={() => setAnswer(undefined)}>
            {text.back}
          </Button>
        </div>
      )}
    </section>
  );
}
