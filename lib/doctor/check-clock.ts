import { type Finding, ok, warning, wrong } from "./finding";

type Reading = {
  source: string;
  /** The Date header of an answer. */
  date: string | null;
  sentAtMs: number;
  receivedAtMs: number;
};

const WARNING_SECONDS = 5;
const WRONG_SECONDS = 60;

/** Compares this machine's clock with the one behind an answer. A Date header is cut to full seconds. */
export function checkClock({ source, date, sentAtMs, receivedAtMs }: Reading): Finding {
  const theirs = Date.parse(date ?? "");
  if (Number.isNaN(theirs)) return warning("clock", "clock_unknown", { source });
  const earliest = theirs - receivedAtMs;
  const latest = theirs + 1000 - sentAtMs;
  const off = earliest > 0 ? earliest : latest < 0 ? -latest : 0;
  const seconds = Math.ceil(off / 1000);
  const values = { source, seconds };
  if (seconds <= WARNING_SECONDS)
    return ok("clock", "clock_ok", { ...values, seconds: Math.max(1, seconds) });
  return (seconds > WRONG_SECONDS ? wrong : warning)("clock", "clock_off", values);
}
