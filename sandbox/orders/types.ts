import type { Brand } from "../data/types";

export type Json = Record<string, unknown>;

export type Line = {
  brand: Brand;
  denomination: string;
  value?: string;
  account: string;
  delivery: string;
  amount: string;
  micro: bigint;
  priceless: boolean;
};

export type Checked = {
  coin: string;
  network: string;
  email: string;
  lines: Line[];
  total: string;
  before: string;
  discount: string;
  micro: bigint;
  coupon: string | null;
  /** Everything is in order, except that there is no price. */
  priceless: boolean;
};

/** An order as the sandbox keeps it: the object that it sends, and what moves it. */
export type Order = {
  id: string;
  body: Json & { deliveries: (Json & { deliverable: Json })[] };
  checked: Checked;
  /** Where the sandbox was reached when the order was made. */
  origin: string;
  expiresAt: number;
  listeners: Set<(event: "change" | "stop") => void>;
};
