import * as z from "zod";
import { color, file } from "./schema-parts";

const palette = z
  .strictObject({
    canvas: color.optional().describe("The ground of every page."),
    surface: color.optional().describe("Cards, the footer and fields, on the ground."),
    sunken: color.optional().describe("What lies behind: a hovered line, a quiet field."),
    ink: color.optional().describe("Text."),
    muted: color.optional().describe("Text that steps back."),
    line: color.optional().describe("Lines that only separate."),
    lineStrong: color.optional().describe("The border of a field or button."),
    brand: color.optional().describe("The shop's own colour: buttons, links, the awning."),
    onBrand: color.optional().describe("Text on the shop's own colour."),
    header: color.optional().describe("The ground of the header; the surface when left out."),
    onHeader: color.optional().describe("Text in the header."),
    hero: color.optional().describe("A ground behind the words that open the start page."),
    onHero: color.optional().describe("Text on that ground."),
    ok: color.optional().describe("Text and signs that say all is well."),
    okSoft: color.optional().describe("The ground behind them."),
    warn: color.optional().describe("Text and signs that ask for care."),
    warnSoft: color.optional().describe("The ground behind them."),
    danger: color.optional().describe("Text and signs of something wrong."),
    dangerSoft: color.optional().describe("The ground behind them."),
    onDanger: color.optional().describe("Text on a button that destroys."),
  })
  .default({});

const fontFile = z.strictObject({
  file: file("woff2").describe("A font file in the shop's folder."),
  weight: z
    .string()
    .regex(/^[1-9]\d{2}( [1-9]\d{2})?$/, { error: "must be a weight such as 400 or 100 900" })
    .default("400")
    .describe("The weight it holds, or the first and last of a variable font."),
  style: z.enum(["normal", "italic"]).default("normal").describe("Upright or italic."),
  unicodeRange: z
    .string()
    .regex(/^U\+[0-9A-F?]{1,6}(-[0-9A-F]{1,6})?(, ?U\+[0-9A-F?]{1,6}(-[0-9A-F]{1,6})?)*$/, {
      error: "must be a range such as U+0000-00FF, U+0131",
    })
    .optional()
    .describe("The characters it holds, so that others do not load it."),
});

const font = z.strictObject({
  files: z
    .array(fontFile)
    .max(8)
    .default([])
    .describe("Font files of the shop; none for a font that devices have."),
  fallback: z
    .enum(["inter", "sans", "serif", "rounded", "mono"])
    .default("sans")
    .describe("What shows until the files are there, and where they have no such character."),
});

export const themeSchema = z
  .strictObject({
    light: palette.describe("Colours of the light theme; what is left out keeps its default."),
    dark: palette.describe("Colours of the dark theme."),
    radius: z.int().min(0).max(24).optional().describe("How round corners are, in pixels."),
    fonts: z
      .strictObject({
        text: font.optional().describe("The font of everything; Inter when left out."),
        headings: font.optional().describe("The font of headings and the name, if another one."),
      })
      .default({})
      .describe("Fonts, served by the shop itself."),
    ornament: z
      .enum(["awning", "line", "none"])
      .default("awning")
      .describe("What ends the header: the awning of a kiosk, a line, or nothing."),
  })
  .prefault({});
