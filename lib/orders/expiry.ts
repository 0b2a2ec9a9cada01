type Times = {
  createdAtSeconds: number;
  paymentRequestedAtSeconds: number | undefined;
  windowMinutes: number;
  /** Taken off the end, so that a payment sent at the last moment still arrives in time. */
  marginMinutes: number;
  /** A Lightning invoice ends by itself. */
  invoiceExpiresAtSeconds?: number | undefined;
};

/** When the page stops asking for a payment, in epoch milliseconds. */
export function deadlineMs(times: Times): number {
  const start = times.paymentRequestedAtSeconds ?? times.createdAtSeconds;
  const byWindow = start + Math.max(0, times.windowMinutes - times.marginMinutes) * 60;
  return Math.min(byWindow, times.invoiceExpiresAtSeconds ?? byWindow) * 1000;
}
