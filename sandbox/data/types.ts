/** What a brand sells, from which its list of products is made. */
export type Shape =
  | { type: "fixed"; values: readonly number[]; currency: string; pin?: boolean }
  | { type: "range"; min: number; max: number; step: number; default: string; currency: string }
  | { type: "topup"; values: readonly number[]; currency: string; symbol: string }
  | { type: "plans"; phone: boolean }
  | { type: "bill"; min: number; max: number; currency: string }
  | { type: "null" }
  | { type: "empty" };

export type Brand = {
  id: string;
  name: string;
  family: string;
  kind: string;
  category: string | null;
  more: readonly string[];
  country: string;
  background: string;
  /** Upstream does not know the colour that the logo was drawn for. */
  noColour: boolean;
  shape: Shape;
  tags: readonly string[] | null;
  outOfStock: boolean;
  popular: boolean;
  /** A code that is a link to open. */
  linkCode: boolean;
  text: "rich" | "hostile" | "none";
  promotion: boolean;
};
