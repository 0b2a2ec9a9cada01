import { solanaReadSchema } from "@/lib/contract/solana-read";
import { env } from "@/lib/env/server";
import { handle, privateJson } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";
import { parseBody } from "@/lib/http/parse-body";
import { authorise } from "@/lib/order-access/authorise";
import { readView } from "@/lib/order-access/read-view";
import { admitPayer } from "@/lib/wallet/payer-quota";
import { readSolana } from "@/lib/wallet/read-solana";
import { readableAccounts } from "@/lib/wallet/readable-accounts";

/** Reads on Solana for the payment of one order, so that the page asks nobody but the shop. */
export const POST = handle(
  { route: "/api/rpc/solana", limit: "LIMIT_RPC", sameOrigin: true },
  async ({ request, shop, cookies, identity, limit }) => {
    const url = env().SOLANA_RPC_URL;
    if (url === undefined) throw new HttpProblem("not_found");
    const read = await parseBody(request, solanaReadSchema);
    const access = authorise(shop, read.reference, cookies);
    if (!access) throw new HttpProblem("not_found");
    const orderKey = `${shop.id}:${access.grant.orderId}`;
    await limit("LIMIT_RPC", access.grant.orderId);
    const { payment } = await readView(shop, access, identity());
    const accounts = await readableAccounts(payment, read.payer);
    const [asked] = read.params;
    if (!accounts.has(read.payer) || (typeof asked === "string" && !accounts.has(asked))) {
      throw new HttpProblem("bad_request");
    }
    if (!admitPayer(orderKey, read.payer)) {
      throw new HttpProblem("too_many_requests", { retryAfterSeconds: 3600 });
    }
    const result = await readSolana(url, read);
    if (result === undefined) {
      throw new HttpProblem("upstream_unavailable", { retryAfterSeconds: 5 });
    }
    return privateJson({ result });
  },
);
