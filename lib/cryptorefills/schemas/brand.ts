import * as z from "zod";
import { maybe, orAbsent, tolerantArray } from "./lenient";

export const brandSchema = z.object({
  brand_id: z.string().min(1),
  brand: z.string().min(1),
  family: orAbsent(z.string()),
  kind: z.string().catch("giftcard"),
  category: maybe(z.string()),
  additional_categories: tolerantArray(z.string()),
  logo_url: orAbsent(z.url()),
  logo_base_url: orAbsent(z.url()),
  bg_color: orAbsent(z.string().regex(/^#[0-9a-fA-F]{6}$/)),
  min: orAbsent(z.string()),
  max: orAbsent(z.string()),
  is_out_of_stock: z.boolean().catch(false),
  brand_tags: tolerantArray(z.string()),
});

export const brandsSchema = z.object({
  categories: tolerantArray(
    z.object({
      category: maybe(z.string()),
      brands: tolerantArray(brandSchema),
      popular_brands: tolerantArray(brandSchema),
    }),
  ),
  all_brands: tolerantArray(brandSchema),
  popular_brands: tolerantArray(brandSchema),
});

/** Nobody has seen this answer: whoever reads it looks for arrays of brands in it. */
export const homepageSchema = z.unknown();

export type UpstreamBrand = z.output<typeof brandSchema>;
export type BrandsResponse = z.output<typeof brandsSchema>;
