import { type Finding, ok, warning, wrong } from "./finding";

/** The trial stream sends its second event this long after the first. */
export const STREAM_GAP_MS = 1_500;

export type StreamTimes = {
  /** From the request to each event, in milliseconds. */
  first?: number;
  last?: number;
  encoding?: string | undefined;
};

/** Whether events arrive when they are sent, or when a proxy has collected enough of them. */
export function checkStream({ first, last, encoding }: StreamTimes): Finding {
  if (first === undefined || last === undefined) return wrong("stream", "stream_cut");
  const ms = Math.round(first);
  if (last - first < STREAM_GAP_MS / 2) return wrong("stream", "stream_buffered", { ms });
  if (encoding) return warning("stream", "stream_compressed", { encoding });
  return ok("stream", "stream_ok", { ms });
}
