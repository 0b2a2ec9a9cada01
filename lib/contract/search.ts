import * as z from "zod/mini";
import { countrySchema } from "./catalog";

/** A brand that is not sold where it was looked for. */
const soldElsewhereSchema = z.object({
  country: countrySchema,
  slug: z.string(),
  name: z.string(),
});

export const soldElsewhereReplySchema = z.object({ found: z.array(soldElsewhereSchema) });

export type SoldElsewhere = z.infer<typeof soldElsewhereSchema>;
