import { maySeeSetup } from "@/lib/doctor/may-see-setup";
import type { RouteContext } from "@/lib/http/handle";

/** The answer to whoever may not see the set-up; nothing for whoever may. */
export async function turnAway({
  request,
  limit,
}: Pick<RouteContext, "request" | "limit">): Promise<Response | undefined> {
  const authorization = request.headers.get("authorization");
  const allowed = await maySeeSetup({ authorization, limit: () => limit("LIMIT_ACCESS") });
  if (allowed) return undefined;
  return new Response(null, {
    status: 401,
    headers: {
      // Asks a browser for the token as a password, so that it never stands in an address.
      "www-authenticate": 'Basic realm="setup", charset="UTF-8"',
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });
}
