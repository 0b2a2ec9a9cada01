import { render } from "@testing-library/react";
import type { ComponentProps } from "react";
import { SWRConfig } from "swr";
import { OrderPanel } from "@/components/order/order-panel";
import type { OrderView } from "@/lib/contract/order-view";
import en from "@/messages/en/order.json";
import wallet from "@/messages/en/wallet.json";

type Props = Partial<Omit<ComponentProps<typeof OrderPanel>, "initial">>;

/** What a shop with wallets gives its order pages. */
export const WITH_WALLETS: Props = { wallet: { words: wallet, solana: false } };

/** An order's page with a cache of its own. */
export function openOrderPanel(view: OrderView, props: Props = {}) {
  const fixed = { messages: en, locale: "en", shopName: "Demo shop", demo: false } as const;
  return render(
    <SWRConfig value={{ provider: () => new Map() }}>
      <OrderPanel initial={view} {...fixed} {...props} />
    </SWRConfig>,
  );
}
