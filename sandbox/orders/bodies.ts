import { currencyOf } from "../data/brands";
import { localized } from "../data/products";
import { bytesOf, uuidOf } from "../data/random";
import { inEuro } from "../data/rates";
import { orderTexts } from "../data/texts";
import { networkRow } from "../data/vias";
import type { Checked, Json, Line, Order } from "./types";

/** Only the names that upstream has been seen to use; orders on other networks come without one. */
const PROTOCOLS: Readonly<Record<string, string>> = {
  Solana: "SOLANA_LIKE",
  Base: "BASE_LIKE",
  "Polygon (Matic)": "POLYGON_LIKE",
  Optimism: "OPTIMISM_LIKE",
  Lightning: "LIGHTNING_LIKE",
};

/** Labels that say less than they seem to: they are not network names. */
const LABELS: Readonly<Record<string, string>> = { "Polygon (Matic)": "MATIC", Mainnet: "" };

function methodLabel(coin: string, network: string): string {
  const label = LABELS[network] ?? network.split(" ")[0]?.toUpperCase() ?? "";
  return label === "" ? coin : `${coin}-${label}`;
}

const shapeCurrency = ({ brand }: Line): string =>
  "currency" in brand.shape ? brand.shape.currency : currencyOf(brand.country);

function delivery(line: Line, label: string, state: string): Json & { deliverable: Json } {
  const { brand } = line;
  const isRange = line.denomination === "range";
  return {
    id: uuidOf(`delivery|${label}`),
    delivery_state: state,
    kind: brand.kind,
    deliverable: {
      // Both are the literal word for a range; the value stands in product_value.
      denomination: line.denomination,
      localized_denomination:
        isRange || brand.shape.type === "plans"
          ? line.denomination
          : localized(Number.parseFloat(line.denomination), shapeCurrency(line)),
      ...(isRange ? { product_value: Number(line.value) } : { product_value: null }),
      currency_code: shapeCurrency(line),
      family: brand.family,
      brand_name: brand.name,
      brand_logo: null,
      brand_bg_color: brand.background,
      beneficiary_account: line.account,
      country_code: brand.country,
      delivery_type: line.delivery,
      points: "11",
      coin_amount: line.amount,
      original_coin_amount: line.amount,
      original_price: inEuro(line.micro),
      pin_code: null,
      pin_serial: null,
    },
  };
}

const summary = ({ before, total, discount }: Checked): Json => ({
  coin_amount_before_discount: before,
  coin_amount_after_discount: total,
  coin_amount_to_pay_in_crypto: total,
  coin_amount_to_pay_via_nft: "0",
  coin_amount_to_pay_via_coupon: discount,
});

export const validationBody = (checked: Checked): Json & Pick<Order["body"], "deliveries"> => ({
  coin: checked.coin,
  // Null without any problem means that there is no price, not that it is free.
  coin_amount: checked.priceless ? null : checked.total,
  original_coin_amount: checked.priceless ? null : checked.before,
  coupon_code: checked.coupon,
  loyalty_summary: null,
  problems: null,
  nft_codes: null,
  payment_fee: { amount: "0", original_amount: "0" },
  points: { amount: 11, original_amount: 11 },
  summary: summary(checked),
  deliveries: checked.lines.map((line, index) => delivery(line, `validation|${index}`, "Created")),
});

/** The order object in the form in which creation, reads and the stream all send it. */
export function orderBody(
  id: string,
  checked: Checked,
  created: { address: string; now: number; refund: unknown; total: string; origin: string },
): Order["body"] {
  const { coin, network } = checked;
  return {
    order_id: id,
    payment_id: uuidOf(`payment|${id}`),
    created_at: String(created.now),
    updated_at: String(created.now),
    payment_requested_at: String(created.now),
    order_state: "WaitingForPayment",
    payment_state: "WalletCreated",
    payment_via: "USER_WALLET",
    payment_method: methodLabel(coin, network),
    ...(PROTOCOLS[network] === undefined ? {} : { payment_method_protocol: PROTOCOLS[network] }),
    network,
    coin,
    coin_amount: created.total,
    original_price: checked.before,
    sent_coin_amount: "0",
    payment_value: Number(inEuro(checked.micro)),
    wallet_address: created.address,
    qr_text: qrText(coin, network, created.address, created.total),
    qr_url: qrUrl(created.origin, id),
    is_payment_processor_external: false,
    user: { email: checked.email },
    refund_wallet_address: typeof created.refund === "string" ? created.refund : null,
    original_payment_info: null,
    summary: summary(checked),
    deliveries: checked.lines.map((line, index) =>
      delivery(line, `${id}|${index}`, "WaitingForPayment"),
    ),
  };
}

export const qrUrl = (origin: string, id: string): string => `${origin}/v3/qrs/${id}`;

export function qrText(coin: string, network: string, address: string, amount: string): string {
  if (network === "Lightning") return `lightning:${address}`;
  if (network === "Mainnet") {
    const scheme = { BTC: "bitcoin", LTC: "litecoin", DOGE: "dogecoin" }[coin] ?? "bitcoin";
    return `${scheme}:${address}?amount=${amount}`;
  }
  const chain = networkRow(coin, network)?.chain_id;
  return chain === undefined ? address : `ethereum:${address}@${chain}`;
}

/** What arrives for one line: a code, a link, an eSIM profile, or an operator's confirmation. */
export function delivered(line: Line, label: string): Json {
  const hex = bytesOf(`code|${label}`).toString("hex").toUpperCase();
  if (line.delivery === "by_phone" || line.delivery === "by_account")
    return { operator_reference: `OP-${hex.slice(0, 8)}` };
  if (line.brand.category === "e-sim") {
    return {
      pin_code: `LPA:1$smdp.example$${hex.slice(0, 16)}`,
      qr_image_url: "https://cdn.cryptorefills.com/qr/x.png?w=64&h=64",
      installation_url: "https://esim.example/install",
      apple_universal_link: `https://esimsetup.apple.com/esim_qrcode_provisioning?carddata=LPA:1$smdp.example$${hex.slice(0, 16)}`,
      android_universal_link: null,
    };
  }
  const texts = orderTexts(line.brand);
  if (line.brand.linkCode)
    return { pin_code: `https://redeem.example/claim/${hex.slice(0, 20).toLowerCase()}`, ...texts };
  return {
    pin_code: `${hex.slice(0, 4)}-${hex.slice(4, 10)}-${hex.slice(10, 14)}`,
    pin_serial: hex.slice(14, 22),
    security_code: null,
    barcode_image_url: "https://cdn.cryptorefills.com/barcodes/x.png?w=64&h=64",
    ...texts,
  };
}
