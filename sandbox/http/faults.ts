import type { Json } from "../orders/types";

/** Every fault, and whether it stops the request before its handler or changes what the handler does. */
export const FAULT_KINDS = {
  delay: "before",
  hang: "before",
  status: "before",
  reset: "before",
  garbage: "before",
  oversize: "before",
  "rate-limit": "before",
  redirect: "before",
  stall: "within",
  cut: "within",
  stop: "within",
  "drop-after-create": "within",
  "price-drift": "within",
  "wrong-echo": "within",
  "bad-address": "within",
} as const;

export const FAULT_ENDPOINTS = [
  "all",
  "payment_vias",
  "currencies",
  "brands",
  "homepage",
  "products",
  "price",
  "validations",
  "orders",
  "order",
  "subscribe",
] as const;

export type FaultKind = keyof typeof FAULT_KINDS;

export type Fault = {
  endpoint: string;
  kind: FaultKind;
  ms: number;
  status: number;
  retryAfter: number;
  percent: number;
  /** How many more requests it hits; `null` for all that come. */
  times: number | null;
};

type Answer = {
  endpoint: string;
  /** Only a request whose address holds this text takes the answer; any does when it is empty. */
  when: string;
  status: number;
  body: unknown;
};

const isKind = (value: string): value is FaultKind => Object.hasOwn(FAULT_KINDS, value);

/** What is to go wrong, and which answers are laid ready. */
export class Faults {
  private faults: Fault[] = [];
  private answers: Answer[] = [];

  /** Returns what is wrong with the wish: a misspelled fault would let its test pass for nothing. */
  add(body: Json): string | undefined {
    const number = (value: unknown, fallback: number) =>
      typeof value === "number" ? value : fallback;
    const endpoint = String(body.endpoint ?? "all");
    const kind = String(body.kind ?? "status");
    if (!isKind(kind)) return `there is no fault ${kind}`;
    if (!FAULT_ENDPOINTS.some((known) => known === endpoint)) {
      return `there is no endpoint ${endpoint}`;
    }
    this.faults.push({
      endpoint,
      kind,
      ms: number(body.ms, 1000),
      status: number(body.status, 500),
      retryAfter: number(body.retryAfter, 10),
      percent: number(body.percent, 1),
      times: typeof body.times === "number" ? body.times : null,
    });
    return undefined;
  }

  list(): readonly Fault[] {
    return this.faults.filter(({ times }) => times !== 0);
  }

  queue(body: Json): void {
    const problems = Array.isArray(body.problems) ? body.problems : undefined;
    this.answers.push({
      endpoint: String(body.endpoint ?? "validations"),
      when: String(body.when ?? ""),
      status: typeof body.status === "number" ? body.status : 200,
      body: problems ? { coin: "USDC", coin_amount: null, deliveries: [], problems } : body.body,
    });
  }

  clear(): void {
    this.faults = [];
    this.answers = [];
  }

  answer(endpoint: string, address: string): Answer | undefined {
    const index = this.answers.findIndex(
      (answer) => answer.endpoint === endpoint && address.includes(answer.when),
    );
    return index < 0 ? undefined : this.answers.splice(index, 1)[0];
  }

  /** The fault that hits a request before it is handled. */
  before(endpoint: string): Fault | undefined {
    return this.take(endpoint, ({ kind }) => FAULT_KINDS[kind] === "before");
  }

  /** The first of these faults, for a handler that knows what to do with it. */
  within(endpoint: string, kinds: readonly FaultKind[]): Fault | undefined {
    return this.take(endpoint, ({ kind }) => kinds.includes(kind));
  }

  private take(endpoint: string, fits: (fault: Fault) => boolean): Fault | undefined {
    const fault = this.faults.find(
      (candidate) =>
        candidate.times !== 0 &&
        (candidate.endpoint === endpoint || candidate.endpoint === "all") &&
        fits(candidate),
    );
    if (fault && fault.times !== null) fault.times -= 1;
    return fault;
  }
}
