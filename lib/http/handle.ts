import { randomUUID } from "node:crypto";
import type { Problem, ProblemBody } from "../contract/problem";
import type { LimitName } from "../env/schema";
import type { Locale } from "../i18n/locales";
import { loadMessages } from "../i18n/messages";
import { describeError, log } from "../log";
import { shopForHost } from "../shop/current";
import type { Shop } from "../shop/schema";
import { consume } from "../store/limits";
import { buyerIdentity } from "./buyer";
import { limitKeyOfIp } from "./client-ip";
import { cookiesOf } from "./cookies-of";
import { HttpProblem } from "./http-problem";
import { requestLocale } from "./locale";
import { isSameOrigin } from "./same-origin";
import { upstreamProblem } from "./upstream-problem";

export type RouteContext = {
  request: Request;
  shop: Shop;
  locale: Locale;
  requestId: string;
  cookies: ReadonlyMap<string, string>;
  /** @throws HttpProblem when the buyer's address is unknown and upstream could not be told one. */
  identity(): NonNullable<ReturnType<typeof buyerIdentity>>;
  limit(name: LimitName, key?: string): Promise<void>;
};

type RouteOptions = {
  /** The path as a template, for logs. */
  route: string;
  /** Requests that change something come from the shop's own pages only. */
  sameOrigin?: boolean;
  limit?: LimitName;
};

const NO_STORE = { "cache-control": "private, no-store", "referrer-policy": "no-referrer" };

/** Wraps a route handler: the shop, limits and origin first, and one body shape for every refusal. */
export function handle<Params>(
  options: RouteOptions,
  run: (context: RouteContext, params: Params) => Promise<Response>,
) {
  return async (request: Request, segment: { params: Promise<Params> }): Promise<Response> => {
    const requestId = randomUUID();
    const started = performance.now();
    const shop = shopForHost(request.headers.get("host"));
    const locale = requestLocale(request, shop?.defaults.locale);
    let response: Response;
    try {
      if (!shop) throw new HttpProblem("not_found");
      const identity = buyerIdentity(shop, request.headers);
      const limit = async (name: LimitName, key?: string) => {
        const wait = await consume(
          name,
          `${shop.id}:${key ?? limitKeyOfIp(identity?.ip ?? "none")}`,
        );
        if (wait !== undefined) {
          throw new HttpProblem("too_many_requests", { retryAfterSeconds: wait });
        }
      };
      if (options.sameOrigin && !isSameOrigin(request.headers, shop.url)) {
        throw new HttpProblem("cross_origin");
      }
      if (options.limit) await limit(options.limit);
      const context: RouteContext = {
        request,
        shop,
        locale,
        requestId,
        cookies: cookiesOf(request.headers),
        identity: () => {
          if (!identity) throw new HttpProblem("bad_request");
          return identity;
        },
        limit,
      };
      response = await run(context, await segment.params);
    } catch (error) {
      response = await refusal(error, options.route, locale, requestId);
    }
    response.headers.set("x-request-id", requestId);
    log.info({
      event: "request",
      route: options.route,
      status: response.status,
      requestId,
      ms: Math.round(performance.now() - started),
    });
    return response;
  };
}

async function refusal(
  error: unknown,
  route: string,
  locale: Locale,
  requestId: string,
): Promise<Response> {
  const problem = error instanceof HttpProblem ? error : upstreamProblem(error);
  if (problem.code === "internal_error") {
    log.error({ event: "unexpected", route, requestId, error: describeError(error) });
  }
  return problemResponse(problem, locale, requestId);
}

async function problemResponse(
  problem: HttpProblem,
  locale: Locale,
  requestId: string,
): Promise<Response> {
  const { api } = await loadMessages(locale);
  const sentence = api[problem.code];
  const problems: Problem[] | undefined = problem.extras.problems;
  const body: ProblemBody & { more?: Record<string, string> } = {
    type: `/docs/errors#${problem.code}`,
    title: problem.code.replaceAll("_", " "),
    status: problem.status,
    code: problem.code,
    detail: typeof sentence === "string" ? sentence : problem.code,
    requestId,
    ...(problems ? { problems } : {}),
    ...(problem.extras.more ? { more: problem.extras.more } : {}),
  };
  const headers: Record<string, string> = {
    ...NO_STORE,
    "content-type": "application/problem+json",
  };
  if (problem.extras.retryAfterSeconds !== undefined) {
    headers["retry-after"] = String(problem.extras.retryAfterSeconds);
  }
  return new Response(JSON.stringify(body), { status: problem.status, headers });
}

/** A reply that no cache may keep. */
export function privateJson(body: unknown, init: { status?: number; cookies?: string[] } = {}) {
  const headers = new Headers({ ...NO_STORE, "content-type": "application/json; charset=utf-8" });
  for (const cookie of init.cookies ?? []) headers.append("set-cookie", cookie);
  return new Response(JSON.stringify(body), { status: init.status ?? 200, headers });
}
