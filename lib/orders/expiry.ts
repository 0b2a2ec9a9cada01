type Times = {
  createdAtSeconds: number | undefined;
  paymentRequestedAtSeconds: number | undefined;
  windowMinutes: number;
  /** Taken off the end, so that a payment sent at the last moment still arrives in time. */
  marginMinutes: number;
  /** A Lightning invoice ends by itself. */
  invoiceExpiresAtSeconds?: number | undefined;
};

/** When the page stops asking for a payment, in epoch milliseconds; unknown when upstream names no time. */
export function deadlineMs(times: Times): number | undefined {
  const start = times.paymentRequestedAtSeconds ?? times.createdAtSeconds;
  const byWindow =
    start === undefined
      ? undefined
      : start + Math.max(0, times.windowMinutes - times.marginMinutes) * 60;
  const ends = [byWindow, times.invoiceExpiresAtSeconds].filter((end) => end !== undefined);
  return ends.length > 0 ? Math.min(...ends) * 1000 : undefined;
}
