/** What of an unpaid order a device may show without a connection, until its deadline and no longer. */
export type PaymentCopy = {
  reference: string;
  coin: string;
  network: string;
  amount: string;
  address: string;
  savedAtMs: number;
  /** By this device's clock, which is the only one there is without a connection. */
  untilMs: number;
};

type CopyStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

// The page for times without a connection, public/offline.js, reads the same entries.
const PREFIX = "pay-copy.v1.";
/** A clock that was set back would make a copy live on; a little of it is only an adjustment. */
const CLOCK_SLACK_MS = 60_000;

export function keepPaymentCopy(storage: CopyStorage | undefined, copy: PaymentCopy): void {
  try {
    storage?.setItem(PREFIX + copy.reference, JSON.stringify(copy));
  } catch {
    // Full or blocked storage costs the copy, never the order.
  }
}

export function dropPaymentCopy(storage: CopyStorage | undefined, reference: string): void {
  try {
    storage?.removeItem(PREFIX + reference);
  } catch {
    // Blocked storage holds nothing that could be dropped.
  }
}

/** Deletes whatever is past its deadline, damaged, or from a time that has not come yet. */
export function sweepPaymentCopies(storage: CopyStorage | undefined, nowMs: number): void {
  try {
    if (!storage) return;
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    for (const key of keys) {
      if (key?.startsWith(PREFIX) && !isCurrent(storage.getItem(key), nowMs)) {
        storage.removeItem(key);
      }
    }
  } catch {
    // Blocked storage holds nothing that could be swept.
  }
}

function isCurrent(raw: string | null, nowMs: number): boolean {
  try {
    const { savedAtMs, untilMs } = JSON.parse(raw ?? "null") as Partial<PaymentCopy>;
    return (
      typeof savedAtMs === "number" &&
      typeof untilMs === "number" &&
      nowMs < untilMs &&
      nowMs > savedAtMs - CLOCK_SLACK_MS
    );
  } catch {
    // Not what was written here.
    return false;
  }
}
