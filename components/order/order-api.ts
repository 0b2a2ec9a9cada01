import type { OrderView, RevealedDelivery } from "@/lib/contract/order-view";
import { framePassHeader, holdFramePass, isFramed } from "@/lib/device/frame-pass";
import { isRevealBody } from "./is-order-view";
import { orderUrl } from "./read-order";

export type Answer<T> = { ok: true; value: T } | Refused;
type Refused = { ok: false; status: number; code?: string; detail?: string };

/** The codes of an order. The only request that brings them to this page. */
export async function revealCodes(
  reference: string,
  locale: string,
): Promise<Answer<RevealedDelivery[]>> {
  const answer = await send(orderUrl(reference, locale, "/reveal"), "POST");
  if (!answer.ok) return answer;
  if (!isRevealBody(answer.value)) return { ok: false, status: 502 };
  return { ok: true, value: answer.value.deliveries };
}

export type SavedLink = { url: string; expiresAt: string };

/** A link for another device, which may do what its scope says until it ends. */
export async function makeLink(
  reference: string,
  scope: OrderView["scope"],
  locale: string,
): Promise<Answer<SavedLink>> {
  const answer = await send(orderUrl(reference, locale, "/link"), "POST", { scope });
  if (!answer.ok) return answer;
  const { url, expiresAt } = (answer.value ?? {}) as Record<string, unknown>;
  return typeof url === "string" && typeof expiresAt === "string"
    ? { ok: true, value: { url, expiresAt } }
    : { ok: false, status: 502 };
}

export async function readOrderNumber(reference: string): Promise<Answer<string>> {
  return textAnswer(await send(partOf(reference, "order-number"), "POST"), "orderNumber");
}

/**
 * Accepts the dearer price that the buyer sees; another one is refused with `price_changed` and a sentence.
 * What was accepted is part of the right to the order, so a frame gets a new one.
 */
export async function acceptPrice(
  reference: string,
  acceptedPrice: { amount: string; coin: string },
  locale: string,
): Promise<Answer<unknown>> {
  const answer = await send(orderUrl(reference, locale, "/accept"), "POST", { acceptedPrice });
  const pass = textAnswer(answer, "pass");
  if (pass.ok && isFramed()) holdFramePass(pass.value);
  return answer;
}

export const forgetAccess = (reference: string): Promise<Answer<unknown>> =>
  send(partOf(reference, "access"), "DELETE");

/** Ends this browser's right to every order of the shop. */
export const forgetAllAccess = (): Promise<Answer<unknown>> => send("/api/orders/access", "DELETE");

export const runDemoAction = (reference: string, action: string): Promise<Answer<unknown>> =>
  send(`/api/demo/orders/${encodeURIComponent(reference)}/${action}`, "POST");

export type AccessBody =
  | { reference: string; email: string }
  | { orderNumber: string; email: string }
  | { token: string };

/** Asks for the right to an order. The answer is the path of its page. */
export async function requestAccess(body: AccessBody, locale: string): Promise<Answer<string>> {
  const answer = textAnswer(
    await send(`/api/orders/access?lang=${locale}`, "POST", body),
    "location",
  );
  // A path of this origin only: the answer decides where the browser goes.
  return answer.ok && !/^\/(?!\/)/.test(answer.value) ? { ok: false, status: 502 } : answer;
}

/** A part of an order that has no words in it. */
const partOf = (reference: string, part: string): string =>
  `/api/orders/${encodeURIComponent(reference)}/${part}`;

async function refused(response: Response): Promise<Refused> {
  // A refusal by something between may be no problem of ours.
  const body = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  return {
    ok: false,
    status: response.status,
    ...(typeof body?.code === "string" && { code: body.code }),
    ...(typeof body?.detail === "string" && { detail: body.detail }),
  };
}

function textAnswer(answer: Answer<unknown>, key: string): Answer<string> {
  if (!answer.ok) return answer;
  const value = (answer.value as Record<string, unknown> | null)?.[key];
  return typeof value === "string" ? { ok: true, value } : { ok: false, status: 502 };
}

async function send(url: string, method: string, body: unknown = {}): Promise<Answer<unknown>> {
  try {
    const response = await fetch(url, {
      method,
      cache: "no-store",
      credentials: "same-origin",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...framePassHeader(),
      },
      ...(method === "POST" ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(20_000),
    });
    if (!response.ok) return await refused(response);
    const text = await response.text();
    return { ok: true, value: text === "" ? undefined : JSON.parse(text) };
  } catch {
    // No connection, or an answer that is not JSON; status 0 tells the caller that nothing came.
    return { ok: false, status: 0 };
  }
}
