import { type Access, authorise } from "../order-access/authorise";
import { handle, type RouteContext } from "./handle";
import { HttpProblem } from "./http-problem";

export type OrderRouteContext = RouteContext & { access: Access };
type OrderParams = { orderId: string };

/**
 * A route of one order. The right is checked here, before the handler runs and so before anything is
 * asked of upstream; a wrong reference and a missing right are the same 404.
 */
export function orderRoute(
  options: Parameters<typeof handle>[0] & { fullScope?: boolean },
  run: (context: OrderRouteContext) => Promise<Response>,
) {
  return handle<OrderParams>(options, async (context, { orderId }) => {
    const access = authorise(context.shop, orderId, context.cookies);
    if (!access) throw new HttpProblem("not_found");
    if (options.fullScope && access.proof.scope !== "full") throw new HttpProblem("not_found");
    return run({ ...context, access });
  });
}
