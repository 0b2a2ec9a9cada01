import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { fill } from "@/lib/i18n/fill";
import type { FailureProps } from "./failure-props";

/** An order may exist that nobody can see from here: nothing is sent again by itself. */
export function UnknownOutcome({ email = "", messages, ordersHref, onStartOver }: FailureProps) {
  const [sure, setSure] = useState(false);
  return (
    <Notice tone="info" title={messages.unknownTitle}>
      <p>{messages.unknownText}</p>
      <ol className="mt-3 grid list-decimal gap-1.5 ps-5">
        <li className="[overflow-wrap:anywhere]">{fill(messages.unknownStepMail, { email })}</li>
        <li>{messages.unknownStepFind}</li>
        <li>{messages.unknownStepOver}</li>
      </ol>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {sure ? (
          <>
            <p className="basis-full font-medium">{messages.startOverSure}</p>
            <Button variant="danger" onClick={onStartOver}>
              {messages.startOverYes}
            </Button>
            <Button variant="secondary" onClick={() => setSure(false)}>
              {messages.keepWaiting}
            </Button>
          </>
        ) : (
          <>
            <ButtonLink href={ordersHref}>{messages.findOrder}</ButtonLink>
            <Button variant="quiet" onClick={() => setSure(true)}>
              {messages.startOver}
            </Button>
          </>
        )}
      </div>
    </Notice>
  );
}
