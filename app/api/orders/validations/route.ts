import { type ValidationResult, validationBodySchema } from "@/lib/contract/order-body";
import { handle, privateJson } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";
import { inWords } from "@/lib/http/order-problems";
import { parseBody } from "@/lib/http/parse-body";
import { checkOrder } from "@/lib/order-creation/check-order";

/** Says whether an order would go through; what stands in the way comes with status 200. */
export const POST = handle(
  { route: "/api/orders/validations", limit: "LIMIT_VALIDATIONS", sameOrigin: true },
  async ({ request, shop, identity, locale }) => {
    const body = await parseBody(request, validationBodySchema);
    const checked = await checkOrder(shop, body, identity());
    if (checked.kind === "brand_changed") throw new HttpProblem("brand_changed");
    const { lines } = checked;
    const shown = lines.map(({ brand, product, line }) => ({
      brand: brand.name,
      label: line.value === undefined ? product.label : `${line.value} ${product.range?.currency}`,
      ...(product.price && { price: product.price }),
      ...(product.faceValue && { faceValue: product.faceValue }),
    }));
    if (checked.kind === "problems") {
      const problems = await inWords(checked.problems, lines, body, locale);
      return privateJson({ ok: false, lines: shown, problems } satisfies ValidationResult);
    }
    const discount = checked.answer.summary?.coin_amount_to_pay_via_coupon;
    return privateJson({
      ok: true,
      total: checked.total,
      lines: shown,
      ...(discount !== undefined &&
        /[1-9]/.test(discount) && { discount: { amount: discount, coin: checked.total.coin } }),
      problems: [],
    } satisfies ValidationResult);
  },
);
