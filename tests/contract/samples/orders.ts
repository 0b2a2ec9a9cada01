import { sample } from "../support/shape";

const EMPTY_UNTIL_DONE = [
  "brand_logo",
  "brand_bg_color",
  "pin_code",
  "pin_serial",
  "security_code",
  "operator_reference",
  "pin_usage_instructions",
  "barcode_image_url",
  "qr_image_url",
  "installation_url",
  "android_universal_link",
  "apple_universal_link",
  "redeem_instructions",
  "terms_and_conditions",
  "error_description",
  "failure_reason",
] as const;

/** One line of a validation or an order. */
export const delivery = sample({
  id: "d0000000-0000-4000-8000-000000000001",
  delivery_state: "WaitingForPayment",
  kind: "giftcard",
  deliverable: sample(
    {
      denomination: "range",
      localized_denomination: "range",
      product_value: 100,
      currency_code: "USD",
      family: "Example Stays",
      brand_name: "Example Stays",
      beneficiary_account: "a mailbox, a phone or an account",
      country_code: "US",
      delivery_type: "by_email",
      points: "88",
      coin_amount: "101.52",
      original_coin_amount: "101.52",
      original_price: "87.10",
      brand_logo: "https://cdn.cryptorefills.com/logos_v2/s.webp",
      brand_bg_color: "#ff5a5f",
      pin_code: "ABCD-EFGHIJ-KLMN",
      pin_serial: "SN 1234",
      security_code: "SC 1",
      operator_reference: "OP-778899",
      pin_usage_instructions: "Dial *100#",
      barcode_image_url: "https://cdn.cryptorefills.com/barcodes/x.png?w=64&h=64",
      qr_image_url: "https://cdn.cryptorefills.com/qr/x.png?w=64&h=64",
      installation_url: "https://esim.example/i",
      apple_universal_link: "https://esimsetup.apple.com/x",
      android_universal_link: "https://esimsetup.android.com/x",
      redeem_instructions: "<ol><li>Open the site</li></ol>",
      terms_and_conditions: "<p>No refunds.</p>",
      error_description: "Supplier said no",
      failure_reason: "SUPPLIER_ERROR",
    },
    {
      optional: ["product_value", "original_price", "original_coin_amount", ...EMPTY_UNTIL_DONE],
      nullable: ["product_value", "currency_code", "family", "original_price", ...EMPTY_UNTIL_DONE],
    },
  ),
});

const summary = {
  coin_amount_before_discount: "101.52",
  coin_amount_after_discount: "101.52",
  coin_amount_to_pay_in_crypto: "101.52",
  coin_amount_to_pay_via_nft: "0",
  coin_amount_to_pay_via_coupon: "0",
};

/** POST /v5/orders/validations when nothing is wrong: `problems` is null. */
export const validation = sample(
  {
    coin: "USDC",
    coin_amount: "101.52",
    original_coin_amount: "101.52",
    coupon_code: "WELCOME5",
    loyalty_summary: null,
    problems: null,
    nft_codes: null,
    payment_fee: { amount: "0", original_amount: "0" },
    points: { amount: 88, original_amount: 88 },
    summary,
    deliveries: [delivery],
  },
  { nullable: ["coupon_code", "coin_amount", "original_coin_amount"], also: { problems: [[]] } },
);

/** POST /v5/orders, GET /v5/orders/{id} and the data of the stream. */
export const order = sample(
  {
    order_id: "0f000000-0000-4000-8000-0000000000aa",
    payment_id: "0f000000-0000-4000-8000-0000000000bb",
    created_at: "1790000000",
    updated_at: "1790000000",
    payment_requested_at: "1790000000",
    order_state: "WaitingForPayment",
    payment_state: "WalletCreated",
    payment_via: "USER_WALLET",
    payment_method: "USDC-SOLANA",
    payment_method_protocol: "SOLANA_LIKE",
    network: "Solana",
    coin: "USDC",
    coin_amount: "101.52",
    original_price: "101.52",
    sent_coin_amount: "0",
    payment_value: 87.1,
    wallet_address: "So1anaAddre55InventedInventedInventedInvent",
    qr_text: "So1anaAddre55InventedInventedInventedInvent",
    qr_url: "https://api.cryptorefills.com:443/v3/qrs/0f000000-0000-4000-8000-0000000000aa",
    is_payment_processor_external: false,
    user: { email: "buyer@example.com" },
    summary,
    deliveries: [delivery],
    missing_amount: "41.52",
    missing_amount_qr_text: "So1anaAddre55InventedInventedInventedInvent",
    missing_amount_qr_url: "https://api.cryptorefills.com:443/v3/qrs/x",
    payment_transactions: ["5inventedSignature"],
    refund_wallet_address: "So1anaRefundInvented",
    original_payment_info: { coin: "USDT", protocol: "POLYGON_LIKE" },
  },
  {
    optional: [
      "updated_at",
      "payment_method_protocol",
      "missing_amount",
      "missing_amount_qr_text",
      "missing_amount_qr_url",
      "payment_transactions",
      "refund_wallet_address",
      "original_payment_info",
    ],
    nullable: [
      "wallet_address",
      "qr_text",
      "qr_url",
      "payment_value",
      "refund_wallet_address",
      "original_payment_info",
    ],
  },
);

/** What the lines of a finished order hold, by kind of delivery. */
export const finished = {
  order_state: "Done",
  payment_state: "PaymentReceived",
  deliveries: {
    card: {
      pin_code: "ABCD-EFGHIJ-KLMN",
      pin_serial: "SN 1234",
      security_code: null,
      barcode_image_url: "https://cdn.cryptorefills.com/barcodes/x.png?w=64&h=64",
      redeem_instructions: "<ol><li>Open the site</li></ol>",
    },
    link: { pin_code: "https://redeem.example/claim/xyz" },
    esim: {
      pin_code: "LPA:1$smdp.example$INVENTED",
      qr_image_url: "https://cdn.cryptorefills.com/qr/x.png?w=64&h=64",
      installation_url: "https://esim.example/i",
      apple_universal_link: "https://esimsetup.apple.com/x",
      android_universal_link: null,
    },
    topUp: { pin_code: null, operator_reference: "OP-778899" },
  },
};

/** Words of the two axes that are documented, recorded, or known to the official site. */
export const ORDER_STATES =
  "Created WaitingForPayment PaymentStarted PartialPaymentStarted PaymentReceived WaitingForDelivery WaitingForManualAction Done Expired PaymentFailed PaymentSetupFailed Refunded Canceled WaitingForRebuy".split(
    " ",
  );
export const PAYMENT_STATES =
  "WalletCreated PaymentRequested PaymentStarted PaymentReceived PaymentCompleted PaymentCanceled Expired WaitingForNFTCards PaymentQuarantined".split(
    " ",
  );
export const DELIVERY_STATES =
  "Created WaitingForPayment Succeeded Done Completed Failed WaitingForRebuy Refunded".split(" ");
