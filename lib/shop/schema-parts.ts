import * as z from "zod";
import { isLoopback } from "../is-loopback";

export const color = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, { error: "must be a colour such as #1a2b3c" });

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: "must be a country such as US, in capitals" });

export const localeTag = z
  .string()
  .regex(/^[a-z]{2}(-[A-Z]{2})?$/, { error: "must be a language such as en or pt-BR" });

/** A text in one or more languages; where one is missing, the shop's own language is used. */
export const localized = (max: number) =>
  z
    .record(localeTag, z.string().trim().min(1).max(max))
    .refine((texts) => Object.keys(texts).length > 0, { error: "needs a text in one language" });

const parsed = (value: string): URL | undefined =>
  URL.canParse(value) ? new URL(value) : undefined;

/** An origin without a path: https, or anything on this machine. */
export const origin = z.string().refine(
  (value) => {
    const url = parsed(value);
    if (!url || !/^https?:$/.test(url.protocol)) return false;
    return url.origin === value && (url.protocol === "https:" || isLoopback(value));
  },
  { error: "must be an https origin without a path, such as https://shop.example" },
);

export const httpsUrl = z.url({ protocol: /^https$/, error: "must be an https address" });

/** A page elsewhere, or a path of the shop itself. */
export const link = z.union([httpsUrl, z.string().regex(/^\/(?!\/)[\w\-./?=&#%]*$/)], {
  error: "must be an https address or a path such as /en/help",
});

/** A file in the shop's own folder. */
export const file = (...endings: [string, ...string[]]) =>
  z
    .string()
    .regex(new RegExp(`^(?:[A-Za-z0-9][\\w-]*/)*[A-Za-z0-9][\\w.-]*\\.(?:${endings.join("|")})$`), {
      error: `must be a ${endings.join(" or ")} file in the shop's folder`,
    });

/** A way to name a brand: its id, or its name or family as it stands in addresses. */
export const brandName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,99}$/, {
  error: "must be a brand such as netflix, or a brand id",
});

export const categoryKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,59}$/, { error: "must be a category such as e-commerce" });
