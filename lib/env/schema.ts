import * as z from "zod";
import { CHALLENGE_NAMES } from "../challenge/providers";
import { isLoopback } from "../is-loopback";
import { isPlain } from "./is-plain";
import { PARTNER_ID } from "./partner-id";

/** It aborts, because rules over several variables read what is an address. */
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http(s) URL", abort: true });

const hasMore = ({ username, password, search, hash }: URL): boolean =>
  [username, password, search, hash].some((part) => part !== "");

const apiUrl = httpUrl
  .refine((value) => !hasMore(new URL(value)), {
    error: "must be an http(s) URL without credentials, query or fragment",
    abort: true,
  })
  .transform((value) => value.replace(/\/+$/, ""));

/** As browsers write it, since addresses of pages begin with it and origins are compared with it. */
const siteUrl = httpUrl
  .refine((value) => new URL(value).pathname === "/" && !hasMore(new URL(value)), {
    error: "must be an address without a path, such as https://shop.example",
    abort: true,
  })
  .transform((value) => new URL(value).origin);

const secretList = z
  .string()
  .transform((value) => value.split(",").map((part) => Buffer.from(part.trim(), "base64")))
  .refine((keys) => keys.every((key) => key.length >= 32), {
    error: "must be 32 or more bytes in base64, several separated by commas, newest first",
  });

/** Rates are `count/seconds`; one table, each entry overridable by the environment. */
export const LIMIT_DEFAULTS = {
  LIMIT_VALIDATIONS: "60/600",
  LIMIT_PRICE: "120/60",
  LIMIT_ORDERS: "10/600",
  LIMIT_ORDERS_SESSION: "10/600",
  LIMIT_ORDERS_EMAIL: "10/3600",
  LIMIT_ORDERS_PRODUCT: "100/600",
  LIMIT_ORDERS_GLOBAL: "300/600",
  LIMIT_ORDERS_SLOWED: "2/600",
  LIMIT_ORDERS_SLOWED_ALL: "30/600",
  LIMIT_ACCESS: "5/900",
  LIMIT_REVEAL: "30/600",
  LIMIT_READ: "240/60",
  LIMIT_SUBSCRIBE: "60/60",
  LIMIT_RPC: "90/60",
  LIMIT_IMAGES: "60/60",
  LIMIT_REPORTS: "30/60",
} as const;

export type LimitName = keyof typeof LIMIT_DEFAULTS;

/** More milliseconds fit into no timer of Node, which would then end the window at once. */
const LONGEST_SECONDS = Math.floor((2 ** 31 - 1) / 1000);

const rate = (fallback: string) =>
  z
    .string()
    .regex(/^[1-9]\d*\/[1-9]\d*$/, { error: "must look like 60/600 (count/seconds)" })
    .default(fallback)
    .transform((value) => {
      const [points = "1", seconds = "1"] = value.split("/");
      return { points: Number(points), seconds: Number(seconds) };
    })
    .refine(({ seconds }) => seconds <= LONGEST_SECONDS, {
      error: `must span ${LONGEST_SECONDS} seconds at most`,
    });

const limits = Object.fromEntries(
  Object.entries(LIMIT_DEFAULTS).map(([name, fallback]) => [name, rate(fallback)]),
) as Record<LimitName, ReturnType<typeof rate>>;

const count = (fallback: number) => z.coerce.number().int().min(0).default(fallback);

export const envSchema = z
  .object({
    API_URL: apiUrl,
    PARTNER_ID: z.string().regex(PARTNER_ID, { error: "must be printable, no spaces" }),
    APP_VERSION: z
      .string()
      .regex(/^[\x20-\x7e]{1,64}$/, { error: "must be printable ASCII, 64 characters at most" })
      .optional(),
    SITE_URL: siteUrl,
    ORDER_SECRET: secretList,
    TRUST_PROXY: z.string().default("0"),
    SHOPS_DIR: z.string().default("shops"),
    DEFAULT_SHOP: z.string().default("default"),
    UNKNOWN_HOST: z.enum(["default", "404"]).default("default"),
    SERVER_IP: z.union([z.ipv4(), z.ipv6()]).default("127.0.0.1"),
    SOLANA_RPC_URL: httpUrl.optional(),
    SETUP_TOKEN: z.string().min(24, { error: "must be 24 or more characters" }).optional(),
    METRICS_TOKEN: z.string().min(24, { error: "must be 24 or more characters" }).optional(),
    DEMO: z.literal("1").optional(),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    STREAMS_PER_ORDER: count(10),
    STREAMS_PER_IP: count(60),
    STREAMS_MAX: count(5000),
    GUARD_FROM_ORDERS: count(20),
    GUARD_MIN_PAID_PERCENT: count(20),
    GUARD_MAX_UNPAID: count(0),
    CHALLENGE_PROVIDER: z.enum(CHALLENGE_NAMES).optional(),
    CHALLENGE_SITE_KEY: z.string().max(200).optional(),
    CHALLENGE_SECRET: z.string().max(200).optional(),
    CHALLENGE_VERIFY_URL: httpUrl.optional(),
    REDIS_URL: z
      .url({ protocol: /^rediss?$/, error: "must look like redis://host:6379" })
      .optional(),
    CACHE_REDIS_MB: count(96),
    ...limits,
  })
  .superRefine((value, context) => {
    if (value.DEMO && !isLoopback(value.API_URL)) {
      context.addIssue({
        code: "custom",
        path: ["DEMO"],
        message: "DEMO=1 works only with an API_URL on this machine (loopback)",
      });
    }
    const rpc = value.SOLANA_RPC_URL;
    if (rpc !== undefined && (isPlain(rpc) || (value.DEMO && !isLoopback(rpc)))) {
      context.addIssue({
        code: "custom",
        path: ["SOLANA_RPC_URL"],
        message: value.DEMO ? "must be on this machine (loopback) with DEMO=1" : "must be https",
      });
    }
    if (value.CHALLENGE_PROVIDER) {
      for (const name of ["CHALLENGE_SITE_KEY", "CHALLENGE_SECRET"] as const) {
        if (value[name] !== undefined) continue;
        context.addIssue({
          code: "custom",
          path: [name],
          message: "is needed with CHALLENGE_PROVIDER",
        });
      }
    }
    const verifier = value.CHALLENGE_VERIFY_URL;
    if (verifier !== undefined && !isLoopback(verifier)) {
      context.addIssue({
        code: "custom",
        path: ["CHALLENGE_VERIFY_URL"],
        message: "is for tests and must be on this machine (loopback)",
      });
    }
    if (isPlain(value.SITE_URL)) {
      context.addIssue({ code: "custom", path: ["SITE_URL"], message: "must be https" });
    }
  });

export type Env = z.infer<typeof envSchema>;

/**
 * Checks an environment.
 * @returns the parsed values, or one line per fault that names the variable and never its value.
 */
export function parseEnv(
  source: Record<string, string | undefined>,
): { ok: true; env: Env } | { ok: false; faults: string[] } {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = envSchema.safeParse(present);
  if (result.success) return { ok: true, env: result.data };
  const faults = result.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? "environment");
    return present[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`;
  });
  return { ok: false, faults: [...new Set(faults)] };
}
