"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { runDemoAction } from "./order-api";
import { useOrderContext } from "./order-context";
import type { OrderMessages } from "./order-messages";

type Action = keyof OrderMessages["demo"]["action"];

const MAIN_ACTION: Action = "settle";

type Props = {
  reference: string;
  /** Whether there is something to pay: a whole payment can be played only then. */
  payable: boolean;
  onMoved: () => void;
};

/** Moves the order of the built-in upstream. Rendered only where no real money can move. */
export function DemoPanel({ reference, payable, onMoved }: Props) {
  const { messages } = useOrderContext();
  const text = messages.demo;
  const [busy, setBusy] = useState<Action>();
  const [failed, setFailed] = useState(false);

  async function run(action: Action) {
    setBusy(action);
    const answer = await runDemoAction(reference, action);
    setBusy(undefined);
    setFailed(!answer.ok);
    onMoved();
    // What follows is told at the top, which is out of sight from here on a phone.
    if (action === MAIN_ACTION && answer.ok) document.querySelector("main")?.scrollIntoView();
  }

  const others = (Object.keys(text.action) as Action[]).filter((name) => name !== MAIN_ACTION);
  return (
    <section
      className="rounded-card border border-line border-dashed bg-sunken px-4 py-5 sm:px-6"
      aria-labelledby="demo-title"
      data-testid="demo-panel"
    >
      <h2 id="demo-title" className="font-semibold">
        {text.title}
      </h2>
      <p className="mt-1 text-muted text-sm">{text.text}</p>
      {payable && (
        <div className="mt-4 mb-2 flex flex-wrap gap-2">
          <Button
            variant="secondary"
            busy={busy === MAIN_ACTION}
            data-testid={`demo-${MAIN_ACTION}`}
            onClick={() => void run(MAIN_ACTION)}
          >
            {text.action[MAIN_ACTION]}
          </Button>
        </div>
      )}
      <Disclosure title={text.more}>
        <div className="flex flex-wrap gap-2">
          {others.map((action) => (
            <Button
              key={action}
              variant="quiet"
              busy={busy === action}
              data-testid={`demo-${action}`}
              onClick={() => void run(action)}
            >
              {text.action[action]}
            </Button>
          ))}
        </div>
      </Disclosure>
      <p role="status" className="mt-2 text-danger text-sm empty:hidden">
        {failed ? text.failed : ""}
      </p>
    </section>
  );
}
