import "server-only";
import { isCountryCode } from "../catalog/countries";
import { readBrand } from "../catalog/read-brand";
import { emailFault } from "../checkout/email-fault";
import { phoneFault } from "../checkout/phone-fault";
import { rangeFault } from "../checkout/range-fault";
import type { BrandCard, Product } from "../contract/catalog";
import type { OrderLine, ValidationBody } from "../contract/order-body";
import { UpstreamError } from "../cryptorefills/errors";
import { sellsIn } from "../shop/rules";
import type { Shop } from "../shop/schema";
import type { RawProblem } from "./raw-problem";

export type ResolvedLine = { line: OrderLine; brand: BrandCard; product: Product };

export type Resolution =
  | { ok: true; lines: ResolvedLine[] }
  | { ok: false; brandChanged: true }
  | { ok: false; brandChanged: false; problems: RawProblem[] };

/**
 * Finds what each line asks for in the shop's own catalogue, so that nothing is sent upstream that the
 * shop does not sell in that country.
 */
export async function resolveLines(shop: Shop, body: ValidationBody): Promise<Resolution> {
  const problems: RawProblem[] = [];
  const lines: ResolvedLine[] = [];
  for (const [index, asked] of body.lines.entries()) {
    const line = { ...asked, beneficiary: asked.beneficiary.trim() };
    const page = await pageOf(shop, line, body).catch(refusedCoin);
    if (page === "refused") {
      const problem = { code: "NOT_ALLOWED_PAYMENT_VIA", field: "payment" };
      return { ok: false, brandChanged: false, problems: [problem] };
    }
    if (!page || page.brand.brandId !== line.brandId) return { ok: false, brandChanged: true };
    const product = page.products.find((candidate) =>
      line.value === undefined
        ? candidate.type === "fixed" && candidate.denomination === line.denomination
        : candidate.type === "range",
    );
    const found = product && { line, brand: page.brand, product };
    if (found) lines.push(found);
    problems.push(...faultsOf(found, line, index, page.brand));
  }
  if (emailFault(body.email)) problems.push({ code: "INVALID_EMAIL", field: "email" });
  return problems.length > 0 ? { ok: false, brandChanged: false, problems } : { ok: true, lines };
}

async function pageOf(shop: Shop, { country, brand }: OrderLine, body: ValidationBody) {
  if (!isCountryCode(country) || !sellsIn(shop, country)) return undefined;
  return readBrand(shop, country, brand, { coin: body.payment.coin, lang: body.lang });
}

/** Of all that a page is asked for with, only the coin is the buyer's own word. */
function refusedCoin(error: unknown): "refused" {
  if (error instanceof UpstreamError && error.kind === "refused" && error.status === 400) {
    return "refused";
  }
  throw error;
}

function faultsOf(
  found: ResolvedLine | undefined,
  line: OrderLine,
  index: number,
  brand: BrandCard,
): RawProblem[] {
  const about = { line: index, brand: brand.name };
  if ((line.value === undefined) === (line.denomination === undefined) || !found) {
    return [{ code: "NOT_AVAILABLE_PRODUCT", ...about }];
  }
  if (brand.outOfStock) return [{ code: "OUT_OF_STOCK", ...about }];
  const { range, deliversTo } = found.product;
  const faults: RawProblem[] = [];
  if (line.value !== undefined && (!range || rangeFault(line.value, range))) {
    faults.push({ code: "NOT_AVAILABLE_PRODUCT", ...about });
  }
  const wrongRecipient = {
    email: () => emailFault(line.beneficiary),
    phone: () => phoneFault(line.beneficiary),
    account: () => (line.beneficiary.length >= 3 ? undefined : "empty"),
  }[deliversTo]();
  if (wrongRecipient) faults.push({ code: "INVALID_BENEFICIARY_ACCOUNT", ...about });
  return faults;
}
