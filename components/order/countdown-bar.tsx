"use client";

import { useEffect } from "react";
import { Icon } from "@/components/ui/icon";
import { fill } from "@/lib/i18n/fill";
import { useOrderContext } from "./order-context";
import { type Countdown, clockText } from "./use-countdown";

type Props = { countdown: Countdown; totalSeconds: number };

const CALM_UNTIL_SECONDS = 300;

/** Text and bar that move silently; a screen reader hears three sentences in all. */
export function CountdownBar({ countdown, totalSeconds }: Props) {
  const { messages, locale, announce } = useOrderContext();
  const { secondsLeft, minutesAnnounced } = countdown;
  const soon = secondsLeft <= CALM_UNTIL_SECONDS;
  const share = Math.min(1, secondsLeft / Math.max(totalSeconds, 1));
  const { minutes } = messages.timer;

  useEffect(() => {
    if (minutesAnnounced === undefined) return;
    announce(fill(minutes, { count: minutesAnnounced }, locale));
  }, [minutesAnnounced, minutes, locale, announce]);

  return (
    <div className={soon ? "text-warn" : "text-muted"}>
      <p
        role="timer"
        aria-live="off"
        aria-label={messages.timer.label}
        className="flex items-center gap-2 font-medium tabular-nums"
      >
        <Icon name="clock" />
        {fill(messages.timer.left, { time: clockText(secondsLeft) })}
      </p>
      <div className="mt-2 h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
        <div
          className="h-full origin-left bg-current rtl:origin-right"
          style={{ transform: `scaleX(${share})` }}
        />
      </div>
    </div>
  );
}
