import { membersOf } from "../is-record";
import type { EndpointName } from "./endpoints";
import { UpstreamError } from "./errors";

/** What an answer outside 200–299 means. */
export function refusal(
  endpoint: EndpointName,
  status: number,
  body: unknown,
  retryAfterSeconds: number | undefined,
): UpstreamError {
  const { detail } = membersOf(body);
  const suspended = typeof detail === "string" && detail.startsWith("SUSPENDED_");
  const retry = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  if (status === 429) return new UpstreamError("rate-limited", { endpoint, status, ...retry });
  if (status === 404) return new UpstreamError("not-found", { endpoint, status, body });
  // A gateway that gave up waiting says nothing about what became of the request behind it.
  if (status === 408) return new UpstreamError("timeout", { endpoint, status });
  if (suspended) return new UpstreamError("suspended", { endpoint, status, body });
  // Redirects are never followed: they would carry the headers to somebody else.
  return status >= 400 && status < 500
    ? new UpstreamError("refused", { endpoint, status, body })
    : new UpstreamError("bad-response", { endpoint, status, ...retry });
}
