/** What the rules read of an order. The adapter's parsed order has all of it. */
type UpstreamDeliverable = {
  denomination?: string | undefined;
  localized_denomination?: string | undefined;
  brand_name: string;
  brand_logo?: string | undefined;
  brand_bg_color?: string | undefined;
  beneficiary_account: string;
  country_code: string;
  delivery_type: string;
  product_value?: string | undefined;
  currency_code?: string | undefined;
  pin_code?: string | undefined;
  pin_serial?: string | undefined;
  security_code?: string | undefined;
  operator_reference?: string | undefined;
  pin_usage_instructions?: string | undefined;
  installation_url?: string | undefined;
  android_universal_link?: string | undefined;
  apple_universal_link?: string | undefined;
  redeem_instructions?: string | undefined;
};

export type UpstreamDelivery = {
  id: string;
  delivery_state: string;
  kind: string;
  deliverable: UpstreamDeliverable;
};

export type UpstreamOrder = {
  order_id: string;
  created_at?: number | undefined;
  payment_requested_at?: number | undefined;
  order_state: string;
  payment_state: string;
  wallet_address?: string | undefined;
  coin: string;
  network: string;
  coin_amount: string;
  original_price?: string | undefined;
  sent_coin_amount?: string | undefined;
  missing_amount?: string | undefined;
  qr_text?: string | undefined;
  checkout_url?: string | undefined;
  payment_transactions: string[];
  refund_wallet_address?: string | undefined;
  original_payment_info?: { coin: string; protocol: string } | undefined;
  user?: { email: string } | undefined;
  deliveries: UpstreamDelivery[];
};
