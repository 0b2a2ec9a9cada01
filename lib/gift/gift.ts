import * as z from "zod/mini";
import type { LineView, RevealedDelivery } from "../contract/order-view";
import { redeemable } from "../orders/redeem";
import { countCharacters, isSeenWhole, plainWords } from "./plain-text";

// The pages with money forbid making code out of text.
z.config({ jitless: true });

export const MAX_WORDS = 500;

const line = (max: number) =>
  z.string().check(z.minLength(1), z.maxLength(max), z.refine(isSeenWhole));

/**
 * What a gift link holds. Whoever made it may have made it by hand, so nothing in it speaks for the shop:
 * the brand is looked up by its slug, and everything else is text.
 */
const giftSchema = z
  .strictObject({
    brand: z.optional(
      z.strictObject({
        country: z.string().check(z.regex(/^[A-Z]{2}$/)),
        slug: z.string().check(z.regex(/^[a-z0-9-]{1,120}$/)),
      }),
    ),
    /** What was bought, as the giver's page named it. */
    label: z.optional(line(200)),
    words: z.optional(
      z.string().check(
        z.overwrite(plainWords),
        z.minLength(1),
        z.refine((text) => countCharacters(text) <= MAX_WORDS),
      ),
    ),
    code: z.optional(line(500)),
    codeUrl: z.optional(line(2_000).check(z.refine((text) => linkOf(text) === text))),
    serial: z.optional(line(200)),
    securityCode: z.optional(line(200)),
    lpa: z.optional(line(500).check(z.refine((text) => redeemable(text).kind === "esim"))),
  })
  .check(z.refine(({ code, codeUrl, lpa }) => !!(code ?? codeUrl ?? lpa)));

export type Gift = z.infer<typeof giftSchema>;
export type GiftBrand = NonNullable<Gift["brand"]>;

/** A gift out of data that anybody may have made. */
export function parseGift(data: unknown): Gift | undefined {
  const parsed = giftSchema.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}

type Given = {
  delivery: RevealedDelivery;
  line: Pick<LineView, "label">;
  brand: GiftBrand | undefined;
  words: string;
};

/** A revealed code as a gift; `undefined` when it holds what a gift may not. */
export function toGift({ delivery, line: { label }, brand, words }: Given): Gift | undefined {
  const { code, codeUrl, serial, securityCode, esim } = delivery;
  const said = plainWords(words);
  return parseGift({
    ...(brand && { brand }),
    ...(label && isSeenWhole(label) && label.length <= 200 && { label }),
    ...(said && { words: said }),
    ...(code && { code }),
    ...(codeUrl && { codeUrl }),
    ...(serial && { serial }),
    ...(securityCode && { securityCode }),
    ...(esim && { lpa: esim.lpa }),
  });
}

function linkOf(text: string): string | undefined {
  const found = redeemable(text);
  return found.kind === "link" ? found.url : undefined;
}
