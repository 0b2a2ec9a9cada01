import type { PaymentMethod } from "../contract/catalog";
import type { PaymentVia } from "../cryptorefills/schemas/payment-via";
import { isKnownToken } from "../payment/tokens";
import { takesCoin, takesNetwork } from "../shop/rules";
import type { Shop } from "../shop/schema";
import { toLogo } from "./logo";

/**
 * One row per via, coin and network that the shop takes. A via that says it is down is left out; silence
 * counts as up.
 */
export function toPaymentMethods(
  vias: readonly PaymentVia[],
  apiOrigin: string,
  shop: Pick<Shop, "payment">,
): PaymentMethod[] {
  return vias
    .filter(({ available }) => available !== false)
    .flatMap((via) =>
      via.currencies
        .filter(({ name }) => takesCoin(shop, name))
        .flatMap((currency) =>
          currency.networks
            .filter(({ name }) => takesNetwork(shop, name))
            .map((network): PaymentMethod => {
              const contract = network.smart_contract;
              const logo = toLogo(
                {
                  logo_url: network.logo_url ?? currency.logo_url,
                  logo_base_url: undefined,
                  bg_color: undefined,
                },
                apiOrigin,
              ).url;
              return {
                via: via.name,
                coin: currency.name,
                network: network.name,
                coinSuspended: currency.is_suspended === true,
                networkSuspended: network.is_suspended === true,
                ...(network.threshold !== undefined && {
                  minimum: { amount: network.threshold, coin: currency.name },
                }),
                ...(network.chain_id !== undefined && { chainId: network.chain_id }),
                ...(contract && { token: contract }),
                verifiedToken:
                  contract !== undefined &&
                  isKnownToken({
                    coin: currency.name,
                    network: network.name,
                    address: contract.address,
                    decimals: contract.decimals,
                    ...(network.chain_id !== undefined && { chainId: network.chain_id }),
                  }),
                ...(logo !== undefined && { logoUrl: logo }),
              };
            }),
        ),
    );
}
