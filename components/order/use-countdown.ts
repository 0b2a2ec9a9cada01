"use client";

import { useEffect, useState } from "react";
import type { OrderView } from "@/lib/contract/order-view";

export type Countdown = {
  /** Whole seconds until the deadline, never below zero. */
  secondsLeft: number;
  over: boolean;
  /** The last of 10, 5 and 1 minutes that was passed while the page was open. */
  minutesAnnounced: number | undefined;
};

export type Clock = { monotonic: () => number; wall: () => number };

const browserClock: Clock = { monotonic: () => performance.now(), wall: () => Date.now() };
const ANNOUNCED_MINUTES = [1, 5, 10] as const;

type Tick = { view: OrderView; secondsLeft: number; minutesAnnounced: number | undefined };

/**
 * Counts from the server's own “seconds left” with what has passed on this device since: the larger
 * of the monotonic and the wall clock, because the first may stand still in sleep and the second may
 * be set. What the wall clock says the time is plays no part.
 */
export function useCountdown(view: OrderView, clock: Clock = browserClock): Countdown | undefined {
  const [tick, setTick] = useState<Tick>();
  const given = view.secondsLeft;

  useEffect(() => {
    if (given === undefined) return;
    const from = { monotonic: clock.monotonic(), wall: clock.wall() };
    const measure = () => {
      const passed = Math.max(clock.monotonic() - from.monotonic, clock.wall() - from.wall, 0);
      const secondsLeft = Math.max(0, Math.ceil(given - passed / 1000));
      setTick((previous) => ({
        view,
        secondsLeft,
        minutesAnnounced: announcedMinutes(previous, given, secondsLeft),
      }));
      if (secondsLeft === 0) clearInterval(timer);
    };
    const timer = setInterval(measure, 1000);
    measure();
    document.addEventListener("visibilitychange", measure);
    window.addEventListener("pageshow", measure);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", measure);
      window.removeEventListener("pageshow", measure);
    };
  }, [view, given, clock]);

  if (given === undefined) return undefined;
  const current = tick?.view === view ? tick.secondsLeft : Math.max(0, Math.ceil(given));
  return {
    secondsLeft: current,
    over: current === 0,
    minutesAnnounced: tick?.minutesAnnounced,
  };
}

function announcedMinutes(
  previous: Tick | undefined,
  given: number,
  secondsLeft: number,
): number | undefined {
  const before = previous?.secondsLeft ?? Math.ceil(given);
  const passed = ANNOUNCED_MINUTES.find(
    (minutes) => before > minutes * 60 && secondsLeft <= minutes * 60,
  );
  return secondsLeft === 0 ? undefined : (passed ?? previous?.minutesAnnounced);
}

/** `29:05`, or `1:02:03` for a window above an hour. */
export function clockText(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor((seconds % 3600) / 60))}:${pad(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
