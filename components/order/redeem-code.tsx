"use client";

import { lazy, Suspense, useEffect } from "react";
import { GiveCode } from "@/components/gift/give-code";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import type { LineView } from "@/lib/contract/order-view";
import { isFramed } from "@/lib/device/frame-pass";
import { lineTitle } from "./line-title";
import { useOrderContext } from "./order-context";
import type { Reveal } from "./use-reveal";

type Props = { line: LineView; reveal: Reveal };

const loadRevealed = async () => ({ default: (await import("./revealed")).Revealed });
const Revealed = lazy(loadRevealed);

/** What keeps things on the device is loaded only once there is a code to keep. */
const KeepCode = lazy(async () => ({ default: (await import("./keep-code")).KeepCode }));

/** A code behind a click. Before the click it is nowhere in the page. */
export function RedeemCode({ line, reveal }: Props) {
  const { messages, still } = useOrderContext();
  const text = messages.code;
  const delivery = reveal.deliveries.get(line.id);
  const failure = reveal.failure?.id === line.id ? reveal.failure.why : undefined;
  useEffect(() => {
    // Fetched before the click, which may come when there is no connection any more.
    loadRevealed().catch(() => {});
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
          <Suspense>
            <Revealed delivery={delivery} title={lineTitle(line)} />
          </Suspense>
          {!still && !isFramed() && (
            <Suspense>
              <div className="mt-4">
                <KeepCode reference={reveal.reference} delivery={delivery} />
              </div>
            </Suspense>
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
