/** Where the events of one browser go. */
export type Outlet = {
  /** Does nothing once the outlet is closed; a reader that lets too much pile up closes it. */
  write(text: string): void;
  /** Ends the answer after what was written. */
  end(): void;
  /** Calls `leave` once when the browser has gone or was let go; at once when it is gone already. */
  onGone(leave: () => void): void;
};

/** A reader that lets this much pile up is gone in all but name. */
export const MAX_WAITING_BYTES = 256 * 1024;
