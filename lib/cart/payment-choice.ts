import type { CoinAmount, PaymentMethod } from "../contract/catalog";
import { isLess } from "../payment/amount";
import { type NetworkFee, networkFee } from "../payment/network-fees";

/** Stands for one way of paying in forms: via, coin and network as upstream spells them. */
export function methodId(method: Pick<PaymentMethod, "via" | "coin" | "network">): string {
  return [method.via, method.coin, method.network].join("|");
}

/** The parts of a {@link methodId}; empty where none is chosen. */
export function parseMethodId(id: string): Pick<PaymentMethod, "via" | "coin" | "network"> {
  const [via = "", coin = "", network = ""] = id.split("|");
  return { via, coin, network };
}

export function isUsable(method: PaymentMethod): boolean {
  return !method.coinSuspended && !method.networkSuspended;
}

/** The coins in upstream's order, each once; a coin is usable when one of its networks is. */
export function coinsOf(methods: readonly PaymentMethod[]): { coin: string; usable: boolean }[] {
  const usable = new Map<string, boolean>();
  for (const method of methods) {
    usable.set(method.coin, (usable.get(method.coin) ?? false) || isUsable(method));
  }
  return [...usable].map(([coin, isOpen]) => ({ coin, usable: isOpen }));
}

type Costs = {
  estimate?: CoinAmount | undefined;
  networkFees?: Readonly<Record<string, NetworkFee>> | undefined;
};

/**
 * A coin's networks: what can be used before what cannot, a minimum that is met before one that is not,
 * the buyer's own wallet first, then the recommended one, then what usually costs the sender least.
 */
export function networksOf(
  methods: readonly PaymentMethod[],
  coin: string,
  { estimate, networkFees }: Costs = {},
): PaymentMethod[] {
  const rank = (method: PaymentMethod) =>
    (isUsable(method) ? 0 : 8) +
    (isBelowMinimum(method, estimate) ? 4 : 0) +
    (method.via === "USER_WALLET" ? 0 : 2) +
    (isRecommended(method) ? 0 : 1);
  const cheaper = (a: PaymentMethod, b: PaymentMethod) => {
    const [left, right] = [a, b].map((method) => networkFee(method, networkFees)?.highUsd);
    if (left === undefined || right === undefined) return left === right ? 0 : left ? -1 : 1;
    return isLess(left, right) ? -1 : isLess(right, left) ? 1 : 0;
  };
  return methods
    .filter((method) => method.coin === coin)
    .sort((a, b) => rank(a) - rank(b) || cheaper(a, b));
}

export function isBelowMinimum(
  { minimum }: PaymentMethod,
  estimate: CoinAmount | undefined,
): boolean {
  return (
    minimum !== undefined &&
    estimate?.coin === minimum.coin &&
    isLess(estimate.amount, minimum.amount)
  );
}

type Wish = { coin?: string | undefined; defaults: { coin: string; network: string } };

/**
 * The method that stands chosen when the page opens: the coin the buyer came with, else USDC on
 * Solana, which the seller recommends for its low minimum and quick confirmation, else the shop's
 * own default, else the first one that can be used.
 */
export function preferredMethod(
  methods: readonly PaymentMethod[],
  wish: Wish,
): PaymentMethod | undefined {
  const { defaults } = wish;
  const first = (coin: string | undefined, network?: string) =>
    coin === undefined
      ? undefined
      : networksOf(methods, coin).find(
          (method) => isUsable(method) && (network === undefined || method.network === network),
        );
  const wished =
    (wish.coin === defaults.coin ? first(wish.coin, defaults.network) : undefined) ??
    first(wish.coin);
  return (
    wished ??
    first("USDC", "Solana") ??
    first(defaults.coin, defaults.network) ??
    first(defaults.coin) ??
    methods.find(isUsable)
  );
}

export function isRecommended(method: PaymentMethod): boolean {
  return method.via === "USER_WALLET" && method.coin === "USDC" && method.network === "Solana";
}
