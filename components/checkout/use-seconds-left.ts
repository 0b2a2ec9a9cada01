import { useEffect, useState } from "react";

/** Counts whole seconds down to zero, starting anew for each `start` object. */
export function useSecondsLeft(start: { seconds: number } | undefined): number {
  const [left, setLeft] = useState({ start, seconds: start?.seconds ?? 0 });
  if (left.start !== start) setLeft({ start, seconds: start?.seconds ?? 0 });

  useEffect(() => {
    if (!start) return;
    const began = Date.now();
    const timer = setInterval(() => {
      const passed = Math.floor((Date.now() - began) / 1000);
      const seconds = Math.max(0, start.seconds - passed);
      setLeft({ start, seconds });
      if (seconds === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [start]);

  return left.start === start ? left.seconds : (start?.seconds ?? 0);
}
