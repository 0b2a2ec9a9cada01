import * as z from "zod";
import { isLess } from "../payment/amount";

const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: "must be a colour such as #1a2b3c" });

const palette = z.strictObject({ brand: color.optional(), onBrand: color.optional() }).default({});

const decimal = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, { error: "must be a decimal text" });

/** Names are written as the table writes them, so that none is passed over for its capitals. */
const networkName = z.string().regex(/^[^A-Z]{1,60}$/, { error: "must be in lower case" });

const networkFee = z
  .strictObject({ lowUsd: decimal, highUsd: decimal, seconds: z.int().min(1).max(86_400) })
  .refine(({ lowUsd, highUsd }) => !isLess(highUsd, lowUsd), {
    error: "lowUsd must not be above highUsd",
  });

const country = z.string().regex(/^[A-Z]{2}$/);

/** What a partner writes into `shops/<id>/shop.json`. Every key but `name` has a default. */
export const shopSchema = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().min(1).max(60),
  /** The shop's own address, when it is not the deployment's SITE_URL. */
  url: z.url().optional(),
  /** The name of the environment variable that holds the partner ID; never the ID itself. */
  partnerIdEnv: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .default("PARTNER_ID"),
  support: z
    .strictObject({
      email: z.email().optional(),
      url: z.url({ protocol: /^https$/ }).optional(),
      accountUrl: z.url({ protocol: /^https$/ }).optional(),
    })
    .default({}),
  theme: z
    .strictObject({ light: palette, dark: palette, radius: z.int().min(0).max(24).optional() })
    .default({ light: {}, dark: {} }),
  defaults: z
    .strictObject({
      country: country.default("US"),
      locale: z.string().default("en"),
      coin: z.string().default("USDC"),
      network: z.string().default("Solana"),
    })
    .prefault({}),
  catalogue: z
    .strictObject({
      eMoney: z.boolean().default(false),
      hiddenCountries: z.array(country).default([]),
      hiddenCategories: z.array(z.string()).default([]),
    })
    .prefault({}),
  payment: z
    .strictObject({
      windowMinutes: z.int().min(5).max(180).default(30),
      marginMinutes: z.int().min(0).max(60).default(5),
      /** Typical fees by network name in lower case, in place of the table's own. */
      networkFees: z.record(networkName, networkFee).default({}),
    })
    .prefault({}),
  disclosure: z.strictObject({ style: z.enum(["label", "text"]).default("label") }).prefault({}),
  acquisition: z.strictObject({ utmSource: z.string().max(100).optional() }).default({}),
});

type ShopConfig = z.infer<typeof shopSchema>;

/** A partner's shop as the program uses it: its configuration, resolved. Holds no secret. */
export type Shop = Omit<ShopConfig, "url"> & {
  id: string;
  /** The origin that builds every absolute URL of this shop. */
  url: string;
  /** Changes with the configuration, so that a changed shop never meets an old page. */
  revision: string;
};
