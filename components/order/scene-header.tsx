"use client";

import { useEffect, useRef } from "react";
import { Icon } from "@/components/ui/icon";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import type { OrderView } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { networkLabel } from "./network-label";
import { useOrderContext } from "./order-context";
import { SCENES, type Scene } from "./scene";
import { StepList } from "./step-list";

const TONES = {
  info: "bg-brand-soft text-brand",
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  danger: "bg-danger-soft text-danger",
} as const;

type Props = { view: OrderView; scene: Scene };

/** What is going on, in one heading and one sentence; a change of it is announced. */
export function SceneHeader({ view, scene }: Props) {
  const { messages, locale, announce } = useOrderContext();
  const style = SCENES[scene];
  const values = sceneValues(view);
  const heading = fill(messages.scene[scene].heading, values, locale);
  const text = fill(messages.scene[scene].text, values, locale);
  const first = useRef(true);
  const title = useKeptFocus<HTMLHeadingElement>(heading);

  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    announce(fill(messages.aria.stateChanged, { state: heading }), style.urgency);
  }, [heading, style.urgency, announce, messages]);

  return (
    <header className="flex flex-col gap-5" data-scene={scene} data-testid="scene">
      {style.step && <StepList current={style.step} />}
      <div className="flex flex-col items-start gap-4 sm:flex-row">
        <span
          className={`inline-flex size-12 shrink-0 items-center justify-center rounded-full ${TONES[style.tone]} ${style.busy ? "motion-safe:animate-pulse" : ""} ${style.payable ? "max-sm:hidden" : ""}`}
        >
          <Icon name={style.icon} />
        </span>
        <div className="min-w-0">
          <h1
            ref={title}
            tabIndex={-1}
            className="text-balance break-words font-semibold text-2xl leading-tight sm:text-3xl"
          >
            {heading}
          </h1>
          <p className="mt-2 max-w-prose text-muted">{text}</p>
        </div>
      </div>
    </header>
  );
}

function sceneValues({
  payment,
  totals,
  lines,
  emailMasked,
}: OrderView): Record<string, string | number> {
  return {
    amount: payment.amount ?? totals.due.amount,
    coin: payment.coin,
    network: networkLabel(payment),
    received: payment.received,
    due: totals.due.amount,
    missing: payment.missing ?? "",
    email: emailMasked,
    delivered: lines.filter(({ state }) => state === "delivered").length,
    total: lines.length,
  };
}
