import type { BrandCard, Product } from "../contract/catalog";
import type { OrderLine } from "../contract/order-body";
import { sameAmount } from "../payment/amount";

type Asked = { line: OrderLine; brand: BrandCard; product: Product };
type Echoed = {
  deliverable: {
    brand_name: string;
    country_code: string;
    denomination?: string | undefined;
    product_value?: string | undefined;
    beneficiary_account: string;
  };
};

/**
 * The lines whose echo is not what was asked for. Upstream has been seen to fall back silently to
 * another denomination, so what is not confirmed is not paid.
 */
export function echoFaults(asked: readonly Asked[], echoed: readonly Echoed[]): number[] {
  return asked.flatMap((line, index) => (isEcho(line, echoed[index]) ? [] : [index]));
}

function isEcho({ line, brand, product }: Asked, echo: Echoed | undefined): boolean {
  if (!echo) return false;
  const { deliverable } = echo;
  const sameProduct =
    line.value === undefined
      ? deliverable.denomination === product.denomination
      : deliverable.denomination === "range" &&
        sameAmount(deliverable.product_value ?? "", line.value);
  return (
    sameProduct &&
    deliverable.brand_name === brand.name &&
    deliverable.country_code.toUpperCase() === line.country &&
    deliverable.beneficiary_account.trim().toLowerCase() === line.beneficiary.trim().toLowerCase()
  );
}
