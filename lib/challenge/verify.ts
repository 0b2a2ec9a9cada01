import "server-only";
import { request } from "undici";
import * as z from "zod";
import { describeError, log } from "../log";
import { readJsonBody } from "../read-json-body";
import { count } from "../telemetry/counters";
import type { Challenge } from "./configured";

const TIMEOUT_MS = 5_000;
const MAX_TOKEN = 4_096;
const ANSWER_LIMIT_BYTES = 16_384;

const answerSchema = z.object({ success: z.literal(true), hostname: z.string().optional() });

/**
 * Whether the provider says that this token was earned on this shop's page. Everything that is not a
 * clear yes counts as no: an answer that is late, broken or for another host too.
 */
export async function passesChallenge(
  configured: Challenge,
  answer: { token: string; ip: string; host: string },
): Promise<boolean> {
  const { token, ip, host } = answer;
  if (token === "" || token.length > MAX_TOKEN) return false;
  const passed = await ask(configured, token, ip, host).catch((error: unknown) => {
    log.warn({ event: "challenge_unreachable", error: describeError(error) });
    return false;
  });
  count(passed ? "challenge_passed" : "challenge_failed");
  return passed;
}

async function ask(
  { verifyUrl, secret, siteKey }: Challenge,
  token: string,
  ip: string,
  host: string,
): Promise<boolean> {
  const reply = await request(verifyUrl, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      secret,
      response: token,
      remoteip: ip,
      sitekey: siteKey,
    }).toString(),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (reply.statusCode !== 200) {
    await reply.body.dump();
    return false;
  }
  const parsed = answerSchema.safeParse(await readJsonBody(reply.body, ANSWER_LIMIT_BYTES));
  if (!parsed.success) return false;
  return parsed.data.hostname === undefined || parsed.data.hostname === host;
}
