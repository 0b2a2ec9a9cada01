import * as z from "zod";
import { isLess } from "../payment/amount";
import { KINDS } from "./kinds";
import { brandName, categoryKey, country, localeTag } from "./schema-parts";

const decimal = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, { error: "must be a decimal text" });

/** Names are written as the table writes them, so that none is passed over for its capitals. */
const networkName = z.string().regex(/^[^A-Z]{1,60}$/, { error: "must be in lower case" });

const networkFee = z
  .strictObject({ lowUsd: decimal, highUsd: decimal, seconds: z.int().min(1).max(86_400) })
  .refine(({ lowUsd, highUsd }) => !isLess(highUsd, lowUsd), {
    error: "lowUsd must not be above highUsd",
  });

const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(1000);
const anyOf = <Item extends z.ZodType>(item: Item) => list(item).min(1).optional();
export const except = <Item extends z.ZodType>(item: Item) => list(item).default([]);
const coin = z.string().regex(/^[A-Za-z0-9.]{2,12}$/, { error: "must be a coin such as USDC" });
const network = z.string().min(1).max(60);

export const defaultsSchema = z
  .strictObject({
    country: country.default("US").describe("The country of who does not say where they are."),
    locale: localeTag.default("en").describe("The language of who does not name a known one."),
    coin: coin.default("USDC").describe("The coin of prices, and the one chosen at checkout."),
    network: network.default("Solana").describe("The network chosen at checkout."),
  })
  .prefault({})
  .describe("What is chosen until the buyer chooses.");

export const catalogueSchema = z
  .strictObject({
    countries: anyOf(country).describe("Only these countries; all when left out."),
    hiddenCountries: except(country).describe("Never these countries."),
    kinds: anyOf(z.enum(KINDS)).describe("Only these kinds of products; all when left out."),
    categories: anyOf(categoryKey).describe("Only brands of these categories; all when left out."),
    hiddenCategories: except(categoryKey).describe("No brand of these categories."),
    brands: anyOf(brandName).describe("Only these brands; all when left out."),
    hiddenBrands: except(brandName).describe("Never these brands."),
    eMoney: z.boolean().default(false).describe("Whether prepaid cards that are e-money are sold."),
    featuredBrands: except(brandName).describe("Brands that open the start page, in this order."),
  })
  .prefault({})
  .describe("What is sold. The server holds to it in every page and every answer.");

export const paymentSchema = z
  .strictObject({
    coins: anyOf(coin).describe("Only these coins; all when left out."),
    hiddenCoins: except(coin).describe("Never these coins."),
    networks: anyOf(network).describe("Only these networks; all when left out."),
    hiddenNetworks: except(network).describe("Never these networks."),
    windowMinutes: z
      .int()
      .min(5)
      .max(180)
      .default(30)
      .describe("How long upstream waits for a payment."),
    marginMinutes: z
      .int()
      .min(0)
      .max(60)
      .default(5)
      .describe("How much earlier the page stops asking for it."),
    networkFees: z
      .record(networkName, networkFee)
      .default({})
      .describe("Typical fees by network name in lower case, in place of the table's own."),
  })
  .prefault({})
  .describe("How buyers pay.");
