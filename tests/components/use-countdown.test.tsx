// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Clock, clockText, useCountdown } from "@/components/order/use-countdown";
import type { OrderView } from "@/lib/contract/order-view";
import { orderView, settledView } from "./support/order-view";
import { strictConsole } from "./support/strict-console";

strictConsole();
beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Two clocks that a test moves apart. */
function clocks() {
  const now = { monotonic: 5_000, wall: Date.UTC(2026, 2, 1, 12) };
  const clock: Clock = { monotonic: () => now.monotonic, wall: () => now.wall };
  return { now, clock };
}

function Probe({ view, clock }: { view: OrderView; clock: Clock }) {
  const countdown = useCountdown(view, clock);
  if (!countdown) return <p data-testid="left">none</p>;
  return (
    <p data-testid="left" data-over={countdown.over} data-announced={countdown.minutesAnnounced}>
      {countdown.secondsLeft}
    </p>
  );
}

const left = () => screen.getByTestId("left").textContent;

async function pass(now: { monotonic: number; wall: number }, seconds: number) {
  now.monotonic += seconds * 1000;
  now.wall += seconds * 1000;
  await act(() => vi.advanceTimersByTimeAsync(1000));
}

describe("the countdown", () => {
  it.each([
    ["right", 0],
    ["two hours ahead", 2 * 3600_000],
    ["two hours behind", -2 * 3600_000],
  ])("C4.2, E10: counts what the server says with the device’s clock %s", async (_name, shift) => {
    const { now, clock } = clocks();
    now.wall += shift;
    render(<Probe view={orderView({ secondsLeft: 1200 })} clock={clock} />);
    expect(left()).toBe("1200");
    await pass(now, 60);
    expect(left()).toBe("1140");
  });

  it("C4.2, E10: does not gain time when the clock is set back while it runs", async () => {
    const { now, clock } = clocks();
    render(<Probe view={orderView({ secondsLeft: 1200 })} clock={clock} />);
    now.wall -= 2 * 3600_000;
    await pass(now, 60);
    expect(left()).toBe("1140");
  });

  it("E10, D18: is right after a sleep in which the monotonic clock stood still", async () => {
    const { now, clock } = clocks();
    render(<Probe view={orderView({ secondsLeft: 1200 })} clock={clock} />);
    now.wall += 600_000;
    await act(async () => void document.dispatchEvent(new Event("visibilitychange")));
    expect(left()).toBe("600");
  });

  it("is over at zero and stays there", async () => {
    const { now, clock } = clocks();
    render(<Probe view={orderView({ secondsLeft: 30 })} clock={clock} />);
    await pass(now, 31);
    expect(screen.getByTestId("left").dataset.over).toBe("true");
    await pass(now, 100);
    expect(left()).toBe("0");
  });

  it("starts anew from every state that the server sends", async () => {
    const { now, clock } = clocks();
    const { rerender } = render(<Probe view={orderView({ secondsLeft: 1200 })} clock={clock} />);
    await pass(now, 100);
    rerender(<Probe view={orderView({ secondsLeft: 900 })} clock={clock} />);
    expect(left()).toBe("900");
    await pass(now, 10);
    expect(left()).toBe("890");
  });

  it("announces ten, five and one minute, and nothing between", async () => {
    const { now, clock } = clocks();
    render(<Probe view={orderView({ secondsLeft: 660 })} clock={clock} />);
    const heard = new Set<string>();
    for (let second = 0; second < 650; second += 10) {
      await pass(now, 10);
      const { announced } = screen.getByTestId("left").dataset;
      if (announced) heard.add(announced);
    }
    expect([...heard]).toEqual(["10", "5", "1"]);
  });

  it("is absent when the server gives no time", () => {
    render(<Probe view={settledView("confirming")} clock={clocks().clock} />);
    expect(left()).toBe("none");
  });

  it.each([
    [0, "00:00"],
    [65, "01:05"],
    [1745, "29:05"],
    [3723, "1:02:03"],
  ])("writes %i seconds as %s", (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});
