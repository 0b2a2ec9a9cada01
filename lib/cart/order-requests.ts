import * as z from "zod/mini";
import type { CoinAmount } from "../contract/catalog";
import {
  type OrderBody,
  type ValidationBody,
  type ValidationResult,
  validationResultSchema,
} from "../contract/order-body";
import { framePassHeader } from "../device/frame-pass";
import { type OrderFailure, toOrderFailure } from "./order-failure";

// The page's content security policy forbids code from strings, which zod would otherwise try.
z.config({ jitless: true });

/** Longer than the server waits for upstream, so that its own answer always comes first. */
const CREATE_TIMEOUT_MS = 60_000;
const VALIDATE_TIMEOUT_MS = 20_000;

const createdSchema = z.object({
  location: z.string().check(z.regex(/^\/[^/\\]/)),
  /** The right to the order, where no cookie can carry it. */
  pass: z.optional(z.string()),
  order: z.looseObject({
    reference: z.string(),
    createdAt: z.optional(z.string()),
  }),
});

export type CreatedOrder = z.infer<typeof createdSchema>;
type Options = {
  locale: string;
  /** What the buyer's challenge gave, when the shop asked for one. */
  challengeToken?: string | undefined;
  fetch?: typeof fetch;
};
type Outcome<T> = { ok: true; value: T } | { ok: false; failure: OrderFailure };

/** A validation that found nothing wrong and has a price; a missing price is never "free". */
export type CheckedOrder = ValidationResult & { total: CoinAmount };

export async function requestValidation(
  body: ValidationBody,
  options: Options,
): Promise<Outcome<CheckedOrder>> {
  const reply = await post("/api/orders/validations", body, VALIDATE_TIMEOUT_MS, options);
  if (!reply) return { ok: false, failure: { kind: "lost" } };
  if (reply.status !== 200) return { ok: false, failure: toOrderFailure(reply) };
  const result = z.safeParse(validationResultSchema, reply.body);
  if (!result.success) return { ok: false, failure: { kind: "lost" } };
  const { total, problems, ok } = result.data;
  if (problems.length > 0) return { ok: false, failure: { kind: "problems", problems } };
  if (!ok || !total) return { ok: false, failure: { kind: "refused" } };
  return { ok: true, value: { ...result.data, total } };
}

export async function requestOrder(
  body: OrderBody,
  key: string,
  options: Options,
): Promise<Outcome<CreatedOrder>> {
  const reply = await post("/api/orders", body, CREATE_TIMEOUT_MS, options, key);
  if (!reply) return { ok: false, failure: { kind: "lost" } };
  if (reply.status !== 201) return { ok: false, failure: toOrderFailure(reply) };
  const created = z.safeParse(createdSchema, reply.body);
  // The order exists but its address is not known here: the same key asks for it again.
  return created.success
    ? { ok: true, value: created.data }
    : { ok: false, failure: { kind: "lost" } };
}

type Reply = { status: number; body: unknown; retryAfter: string | null };

async function post(
  path: string,
  body: ValidationBody | OrderBody,
  timeoutMs: number,
  options: Options,
  key?: string,
): Promise<Reply | undefined> {
  const send = options.fetch ?? fetch;
  try {
    const response = await send(`${path}?lang=${encodeURIComponent(options.locale)}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...framePassHeader(),
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...(options.challengeToken === undefined
          ? {}
          : { "challenge-token": options.challengeToken }),
      },
      body: JSON.stringify(body),
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const json: unknown = await response.json().catch(() => undefined);
    return { status: response.status, body: json, retryAfter: response.headers.get("retry-after") };
  } catch {
    // Offline, cut off, timed out or redirected: from here it looks the same in every case.
    return undefined;
  }
}
