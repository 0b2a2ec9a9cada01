import * as z from "zod/mini";

const problemScopes = ["line", "payment", "coupon", "buyer", "order"] as const;

/** What a page may do about a problem with one click. */
const problemOffers = [
  "lower_amount",
  "other_method",
  "remove_line",
  "drop_coupon",
  "account",
] as const;

/** One thing that stands in the way of an order. `code` is upstream's word in lower snake case, or ours. */
export const problemSchema = z.object({
  code: z.string(),
  scope: z.enum(problemScopes),
  line: z.optional(z.number()),
  field: z.optional(z.string()),
  detail: z.string(),
  offer: z.optional(z.enum(problemOffers)),
  /** Numbers and names that the sentence or an offered remedy needs, all as strings. */
  more: z.optional(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
});

/** RFC 9457 with our own members `code`, `requestId` and `problems`. */
export const problemBodySchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  problems: z.optional(z.array(problemSchema)),
});

export type ProblemScope = (typeof problemScopes)[number];
export type Problem = z.infer<typeof problemSchema>;
export type ProblemBody = z.infer<typeof problemBodySchema>;
