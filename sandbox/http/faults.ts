import type { Json } from "../orders/types";

export type Fault = {
  endpoint: string;
  kind: string;
  ms: number;
  status: number;
  retryAfter: number;
  percent: number;
  /** How many more requests it hits. */
  times: number;
};

type Answer = { endpoint: string; status: number; body: unknown };

/** What is to go wrong, and which answers are laid ready. */
export class Faults {
  private faults: Fault[] = [];
  private answers: Answer[] = [];

  add(body: Json): void {
    const number = (value: unknown, fallback: number) =>
      typeof value === "number" ? value : fallback;
    this.faults.push({
      endpoint: String(body.endpoint ?? "all"),
      kind: String(body.kind ?? "status"),
      ms: number(body.ms, 1000),
      status: number(body.status, 500),
      retryAfter: number(body.retryAfter, 10),
      percent: number(body.percent, 1),
      times: number(body.times, Number.POSITIVE_INFINITY),
    });
  }

  queue(body: Json): void {
    const problems = Array.isArray(body.problems) ? body.problems : undefined;
    this.answers.push({
      endpoint: String(body.endpoint ?? "validations"),
      status: typeof body.status === "number" ? body.status : 200,
      body: problems ? { coin_amount: null, deliveries: [], problems } : body.body,
    });
  }

  clear(): void {
    this.faults = [];
    this.answers = [];
  }

  answer(endpoint: string): Answer | undefined {
    const index = this.answers.findIndex((answer) => answer.endpoint === endpoint);
    return index < 0 ? undefined : this.answers.splice(index, 1)[0];
  }

  take(endpoint: string, kinds?: readonly string[]): Fault | undefined {
    const fault = this.faults.find(
      (candidate) =>
        candidate.times > 0 &&
        (candidate.endpoint === endpoint || candidate.endpoint === "all") &&
        (kinds === undefined ? !LATER.has(candidate.kind) : kinds.includes(candidate.kind)),
    );
    if (fault) fault.times -= 1;
    return fault;
  }
}

/** These do not stop a request: its handler acts on them. */
const LATER = new Set(["stall", "cut", "stop", "drop-after-create", "price-drift", "wrong-echo"]);
