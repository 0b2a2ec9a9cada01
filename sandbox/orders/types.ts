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
};

/** An order as the sandbox keeps it: the object that it sends, and what moves it. */
export type Order = {
  id: string;
  body: Json & { deliveries: (Json & { deliverable: Json })[] };
  checked: Checked;
  expiresAt: number;
  listeners: Set<(event: "change" | "stop") => void>;
};
