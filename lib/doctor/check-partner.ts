import { PARTNER_ID } from "../env/partner-id";
import type { Shop } from "../shop/schema";
import { type Finding, ok, warning, wrong } from "./finding";

const PLACEHOLDER =
  /^(?:<.*>|x+|0+|(?:your|my|the|a|demo|test|sample|example|change|changeme|partner|todo)(?:[-_ ]?(?:your|me|partner|id|here))*)$/i;

type Options = {
  shop: Pick<Shop, "id" | "partnerIdEnv">;
  value: string | undefined;
  /** The status with which upstream refused it; `undefined` when it answered, `null` when nobody could ask. */
  refusedWith: number | undefined | null;
};

/** Whether a shop has a partner ID that upstream will count sales by. Nothing of the ID is said. */
export function checkPartner({ shop, value, refusedWith }: Options): Finding {
  const variable = shop.partnerIdEnv;
  const values = { variable, shop: shop.id, length: value?.length ?? 0 };
  if (!value) return wrong("partner", "partner_missing", values);
  if (!PARTNER_ID.test(value)) return wrong("partner", "partner_shape", values);
  if (typeof refusedWith === "number") {
    return wrong("partner", "partner_refused", { ...values, status: refusedWith });
  }
  if (PLACEHOLDER.test(value)) return warning("partner", "partner_placeholder", values);
  if (refusedWith === null) return warning("partner", "partner_unproven", values);
  return ok("partner", "partner_set", values);
}
