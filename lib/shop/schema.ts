import * as z from "zod";
import { file, httpsUrl, link, localized, origin } from "./schema-parts";
import { catalogueSchema, defaultsSchema, except, paymentSchema } from "./schema-sales";
import { themeSchema } from "./theme-schema";

const text = (max: number) => z.string().trim().min(1).max(max);
const picture = file("svg", "png", "webp");

/** What a partner writes into `shops/<id>/shop.json`. Every key but `name` has a default. */
export const shopSchema = z.strictObject({
  $schema: z.string().optional().describe("Where an editor finds this description."),
  name: text(60).describe("The shop's name, in the header and in titles."),
  url: origin
    .optional()
    .describe(
      "The shop's own address. The default shop takes SITE_URL, every other one needs its own.",
    ),
  partnerIdEnv: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/, { error: "must be the name of a variable such as PARTNER_ID" })
    .default("PARTNER_ID")
    .describe(
      "The name of the environment variable that holds the partner ID; never the ID itself.",
    ),
  legalEntity: z
    .strictObject({
      name: text(120).describe("Who runs the shop, as registered."),
      address: text(300).optional().describe("Its address, in one line."),
      registration: text(120).optional().describe("Where and under which number it is registered."),
    })
    .optional()
    .describe("Who runs the shop. With it there is an imprint."),
  support: z
    .strictObject({
      email: z.email().optional().describe("Where buyers write to."),
      url: httpsUrl
        .optional()
        .describe("A support page; the footer prefers it to the e-mail address."),
      phone: z
        .string()
        .regex(/^\+[0-9][0-9 ]{5,24}$/, { error: "must be a number such as +1 202 555 0100" })
        .optional()
        .describe("A telephone number with its country."),
      hours: localized(120).optional().describe("When somebody answers, by language."),
      helpUrl: httpsUrl
        .optional()
        .describe("A help centre of your own, in place of the help page."),
      accountUrl: httpsUrl
        .optional()
        .describe("Where a buyer signs in, for what can only be bought with an account."),
      verificationUrl: httpsUrl
        .optional()
        .describe("Where a buyer is verified, for what can only be bought after it."),
    })
    .default({})
    .describe("How buyers reach somebody."),
  logo: z
    .strictObject({
      light: picture.describe("The logo for the light theme."),
      dark: picture.optional().describe("The logo for the dark theme, if another one."),
      withName: z
        .boolean()
        .default(false)
        .describe("Whether the logo holds the name, so that the name is not written beside it."),
    })
    .optional()
    .describe("The logo in the header; without it a mark in the shop's colour."),
  icons: z
    .strictObject({
      svg: file("svg").optional().describe("The icon of the tab."),
      small: file("png").optional().describe("192 pixels square, for a home screen."),
      large: file("png").optional().describe("512 pixels square, for a home screen."),
      maskable: file("png").optional().describe("512 pixels square, with room for any mask."),
      apple: file("png").optional().describe("180 pixels square, without transparency."),
    })
    .default({})
    .describe("Icons; without them the mark in the shop's colour."),
  sharing: z
    .strictObject({
      background: file("png").optional().describe("1200 by 630 pixels, behind previews of links."),
    })
    .default({})
    .describe("How links to the shop look elsewhere."),
  theme: themeSchema.describe("Colours, corners and fonts."),
  defaults: defaultsSchema,
  catalogue: catalogueSchema,
  home: z
    .strictObject({
      title: localized(80)
        .optional()
        .describe("The heading of a country's start page, by language."),
      text: localized(240).optional().describe("The sentence under it, by language."),
    })
    .default({})
    .describe("The words that open a start page."),
  footer: z
    .strictObject({
      links: z
        .array(
          z.strictObject({
            label: localized(40).describe("Its words, by language."),
            url: link.describe("Where it leads."),
          }),
        )
        .max(12)
        .default([])
        .describe("More links, after the shop's own."),
    })
    .prefault({})
    .describe("The foot of every page."),
  payment: paymentSchema,
  disclosure: z
    .strictObject({
      style: z
        .enum(["label", "text"])
        .default("label")
        .describe(
          "How the page says who sells: with a label beside the sentence, or the sentence alone.",
        ),
    })
    .prefault({})
    .describe("Who the seller is, which is always said."),
  acquisition: z
    .strictObject({
      utmSource: text(100)
        .optional()
        .describe("Where orders come from, when the visit says nothing."),
      utmMedium: text(100).optional().describe("By which way."),
      utmCampaign: text(100).optional().describe("By which campaign."),
    })
    .default({})
    .describe("What orders are marked with."),
  analytics: z
    .strictObject({
      endpoint: z
        .string()
        .regex(/^\/(?!\/)[\w\-./]{1,100}$/, {
          error: "must be a path of the shop such as /collect",
        })
        .optional()
        .describe("A path of the shop's own address that counts visits of catalogue pages."),
    })
    .default({})
    .describe("Off until an endpoint is named; nothing is ever sent anywhere else."),
  embed: z
    .strictObject({
      origins: except(origin).describe("Sites that may show the shop in a frame."),
    })
    .prefault({})
    .describe("The shop inside other sites."),
});

export type ShopConfig = z.infer<typeof shopSchema>;

/** A partner's shop as the program uses it: its configuration, resolved. Holds no secret. */
export type Shop = Omit<ShopConfig, "url"> & {
  id: string;
  /** The origin that builds every absolute URL of this shop. */
  url: string;
  /** Changes with the configuration, so that a changed shop never meets an old page. */
  revision: string;
};
