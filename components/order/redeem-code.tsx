"use client";

import { useEffect } from "react";
import { GiveCode } from "@/components/gift/give-code";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { latePart } from "@/components/ui/late-part";
import { Notice } from "@/components/ui/notice";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import type { LineView } from "@/lib/contract/order-view";
import { isFramed } from "@/lib/device/frame-pass";
import { LateRevealed } from "./late-revealed";
import { lineTitle } from "./line-title";
import { useOrderContext } from "./order-context";
import type { Reveal } from "./use-reveal";

type Props = { line: LineView; reveal: Reveal };

/** A code can be read without what keeps it on the device. */
const LateKeepCode = latePart(async () => (await import("./keep-code")).KeepCode);

/** A code behind a click. Before the click it is nowhere in the page. */
export function RedeemCode({ line, reveal }: Props) {
  const { messages, still } = useOrderContext();
  const text = messages.code;
  const delivery = reveal.deliveries.get(line.id);
  const failure = reveal.failure?.id === line.id ? reveal.failure.why : undefined;
  useEffect(() => {
    // Fetched before the click, which may come when there is no connection any more.
    LateRevealed.fetch();
    LateKeepCode.fetch();
  }, []);
  const box = useKeptFocus<HTMLDivElement>(delivery !== undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one of a form, which this is not.
    <div
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={text.title}
      className="mt-4 rounded-card border border-line bg-sunken p-4"
      data-testid="redeem-code"
    >
      {delivery ? (
        <>
          {reveal.fromDevice && (
            <p className="mb-4" role="status">
              {text.fromDevice}
            </p>
          )}
          <LateRevealed delivery={delivery} title={lineTitle(line)} />
          {!still && !isFramed() && (
            <div className="mt-4">
              <LateKeepCode reference={reveal.reference} delivery={delivery} />
            </div>
          )}
          <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
            <p className="text-muted text-sm">{text.private}</p>
            <Button variant="quiet" className="max-sm:-ms-4" onClick={() => reveal.hide(line.id)}>
              {text.hide}
            </Button>
          </div>
        </>
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>
            <span aria-hidden="true" className="font-mono text-lg text-muted tracking-widest">
              ••••&#8201;••••&#8201;••••
            </span>
            <span className="sr-only">{text.hidden}</span>
          </p>
          <Button
            size="lg"
            busy={reveal.busyId === line.id}
            onClick={() => void reveal.show(line.id)}
            data-testid="reveal"
          >
            <Icon name="eye" />
            {text.reveal}
          </Button>
        </div>
      )}
      <GiveCode line={line} delivery={delivery} />
      {failure && (
        <Notice tone="warn" role="alert" className="mt-4">
          {text[failure]}
        </Notice>
      )}
    </div>
  );
}
