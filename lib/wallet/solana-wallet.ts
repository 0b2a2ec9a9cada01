import { getWallets } from "@wallet-standard/app";
import type { Wallet, WalletAccount } from "@wallet-standard/base";
import { isPicture, walletName } from "./evm-provider";
import { WalletFailure } from "./wallet-failure";

const CONNECT = "standard:connect";
const SEND = "solana:signAndSendTransaction";
const MAINNET = "solana:mainnet";

type Connect = { connect(input?: { silent?: boolean }): Promise<unknown> };
type SendInput = { account: WalletAccount; chain: typeof MAINNET; transaction: Uint8Array };
type Send = { signAndSendTransaction(input: SendInput): Promise<readonly unknown[]> };

export type SolanaWallet = { id: string; name: string; icon?: string; wallet: Wallet };

/** Reports the wallets that can send on Solana, now and whenever one more registers. */
export function discoverSolana(onFound: (wallets: readonly SolanaWallet[]) => void): () => void {
  const wallets = getWallets();
  const report = () => onFound(wallets.get().filter(canSend).map(present));
  const stops = [wallets.on("register", report), wallets.on("unregister", report)];
  report();
  return () => {
    for (const stop of stops) stop();
  };
}

const canSend = (wallet: Wallet): boolean =>
  CONNECT in wallet.features &&
  SEND in wallet.features &&
  wallet.chains.some((chain) => chain.startsWith("solana:"));

function present(wallet: Wallet, index: number): SolanaWallet {
  return {
    id: `${index} ${wallet.name}`,
    name: walletName(wallet.name),
    ...(isPicture(wallet.icon) && { icon: wallet.icon }),
    wallet,
  };
}

/** @throws WalletFailure when the wallet has no account on the main network. */
export async function connectSolana(wallet: Wallet): Promise<WalletAccount> {
  if (!wallet.chains.includes(MAINNET)) throw new WalletFailure("wrong_chain");
  await (wallet.features[CONNECT] as Connect).connect();
  if (wallet.accounts.length === 0) throw new WalletFailure("connect_rejected");
  const account = wallet.accounts.find(usable);
  if (!account) throw new WalletFailure("wrong_chain");
  return account;
}

const usable = ({ chains, features }: WalletAccount): boolean =>
  chains.includes(MAINNET) && features.includes(SEND);

/** Whether the wallet still has the account that the payment was built for. */
export const stillHas = (wallet: Wallet, account: WalletAccount): boolean =>
  wallet.accounts.some(({ address }) => address === account.address);

/** @returns the transaction's signature, or nothing when the answer holds none. */
export async function sendSolana(
  wallet: Wallet,
  account: WalletAccount,
  transaction: Uint8Array,
): Promise<Uint8Array | undefined> {
  const feature = wallet.features[SEND] as Send;
  const [answer] = await feature.signAndSendTransaction({ account, chain: MAINNET, transaction });
  const signature = (answer as { signature?: unknown } | undefined)?.signature;
  return signature instanceof Uint8Array ? signature : undefined;
}
