import type { PaymentMethod } from "@/lib/contract/catalog";

/** Stands for one way of paying in forms: via, coin and network as upstream spells them. */
export function methodId(method: Pick<PaymentMethod, "via" | "coin" | "network">): string {
  return [method.via, method.coin, method.network].join("|");
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

/** A coin's networks: the buyer's own wallet first, what can be used before what cannot. */
export function networksOf(methods: readonly PaymentMethod[], coin: string): PaymentMethod[] {
  const rank = (method: PaymentMethod) =>
    (isUsable(method) ? 0 : 4) +
    (method.via === "USER_WALLET" ? 0 : 2) +
    (isRecommended(method) ? 0 : 1);
  return methods
    .filter((method) => method.coin === coin)
    .map((method, index) => ({ method, index }))
    .sort((a, b) => rank(a.method) - rank(b.method) || a.index - b.index)
    .map(({ method }) => method);
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
