import { membersOf } from "../is-record";

/** The part of EIP-1193 that paying needs. */
export type EvmProvider = {
  request(args: { method: string; params?: readonly unknown[] }): Promise<unknown>;
};

/** A browser wallet as EIP-6963 announces it. */
export type EvmWallet = { id: string; name: string; icon?: string; provider: EvmProvider };

const MAX_NAME = 60;

/**
 * Asks the wallets of this browser to announce themselves, and reports each as it comes.
 * @returns a function that stops listening.
 */
export function discoverEvm(onFound: (wallets: readonly EvmWallet[]) => void): () => void {
  const found = new Map<string, EvmWallet>();
  const listen = (event: Event) => {
    const wallet = readAnnouncement((event as CustomEvent<unknown>).detail);
    if (!wallet || found.has(wallet.id)) return;
    found.set(wallet.id, wallet);
    onFound([...found.values()]);
  };
  window.addEventListener("eip6963:announceProvider", listen);
  window.dispatchEvent(new Event("eip6963:requestProvider"));
  return () => window.removeEventListener("eip6963:announceProvider", listen);
}

function readAnnouncement(detail: unknown): EvmWallet | undefined {
  const { info, provider } = membersOf(detail);
  const { uuid, name, icon } = membersOf(info);
  if (typeof uuid !== "string" || typeof name !== "string") return undefined;
  if (typeof membersOf(provider).request !== "function") return undefined;
  return {
    id: uuid,
    name: walletName(name),
    ...(isPicture(icon) && { icon }),
    provider: provider as EvmProvider,
  };
}

export const walletName = (name: string): string => name.trim().slice(0, MAX_NAME);

/** Only pictures that travel in the announcement: a link would tell a stranger who is paying. */
export const isPicture = (icon: unknown): icon is string =>
  typeof icon === "string" && /^data:image\/(svg\+xml|webp|png|gif|jpeg)[;,]/.test(icon);
