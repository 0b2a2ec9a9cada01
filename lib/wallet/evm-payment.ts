import { fromBaseUnits } from "../payment/amount";
import { asAddress, balanceCall, readBalance, readQuantity, transferCall } from "./evm-call";
import { addChainParameter, hexChainId } from "./evm-chains";
import type { EvmProvider } from "./evm-provider";
import type { ReadyPayment, WalletStep } from "./pay-order";
import { errorCode, isRejection, WalletFailure } from "./wallet-failure";
import type { WalletTransfer } from "./wallet-transfer";

type EvmTransfer = Extract<WalletTransfer, { family: "evm" }>;

const CHAIN_UNKNOWN_TO_WALLET = 4902;

/**
 * Connects a wallet and leaves nothing to do but to send.
 * @throws WalletFailure, or whatever the wallet throws.
 */
export async function prepareEvm(
  provider: EvmProvider,
  transfer: EvmTransfer,
  network: string,
  onStep: (step: WalletStep) => void,
): Promise<ReadyPayment> {
  const call = transferCall(transfer);
  if (!call) throw new WalletFailure("recipient");
  onStep("connecting");
  await provider.request({ method: "eth_requestAccounts" });
  if ((await chainOf(provider)) !== transfer.chainId) {
    onStep("switching");
    await switchChain(provider, transfer, network);
  }
  onStep("checking");
  // Read again: a wallet may have other accounts on another chain.
  const account = await firstAccount(provider);
  await checkBalance(provider, transfer, account);
  return {
    recheck: async () => {
      if ((await chainOf(provider)) !== transfer.chainId) throw new WalletFailure("wrong_chain");
    },
    send: async () => {
      const hash = await provider.request({
        method: "eth_sendTransaction",
        // With the chain in it a wallet refuses when it was switched in the last moment.
        params: [{ from: account, ...call, chainId: hexChainId(transfer.chainId) }],
      });
      return typeof hash === "string" ? hash : "";
    },
  };
}

async function firstAccount(provider: EvmProvider): Promise<string> {
  const accounts = await provider.request({ method: "eth_accounts" });
  const account = Array.isArray(accounts) ? asAddress(accounts[0]) : undefined;
  if (!account) throw new WalletFailure("connect_rejected");
  return account;
}

async function chainOf(provider: EvmProvider): Promise<number | undefined> {
  const id = readQuantity(await provider.request({ method: "eth_chainId" }));
  return id === undefined ? undefined : Number(id);
}

async function switchChain(
  provider: EvmProvider,
  { coin, chainId }: EvmTransfer,
  network: string,
): Promise<void> {
  const ask = () =>
    provider.request({
      method: "wallet_switchEthereumChain",
      params: [{ chainId: hexChainId(chainId) }],
    });
  try {
    await ask();
  } catch (error) {
    const facts = addChainParameter(coin, network);
    if (errorCode(error) !== CHAIN_UNKNOWN_TO_WALLET || !facts) throw chainFailure(error);
    try {
      await provider.request({ method: "wallet_addEthereumChain", params: [facts] });
      // To add a network is not to be on it, though many wallets do both.
      if ((await chainOf(provider)) !== chainId) await ask();
    } catch (refusal) {
      throw chainFailure(refusal);
    }
  }
  if ((await chainOf(provider)) !== chainId) throw new WalletFailure("wrong_chain");
}

function chainFailure(error: unknown): unknown {
  // A wallet that cannot switch and a buyer who does not want to end in the same place.
  const stays = isRejection(error) || [-32601, 4200, CHAIN_UNKNOWN_TO_WALLET].includes(code(error));
  return stays ? new WalletFailure("wrong_chain") : error;
}

const code = (error: unknown): number => errorCode(error) ?? 0;

async function checkBalance(
  provider: EvmProvider,
  { token, units, decimals }: EvmTransfer,
  account: string,
): Promise<void> {
  const native = readQuantity(
    await provider.request({ method: "eth_getBalance", params: [account, "latest"] }),
  );
  const held =
    token === undefined
      ? native
      : readBalance(
          await provider.request({
            method: "eth_call",
            params: [balanceCall(token, account), "latest"],
          }),
        );
  if (held === undefined || native === undefined) throw new WalletFailure("unknown");
  if (held < units) {
    throw new WalletFailure("insufficient", {
      held: fromBaseUnits(held, decimals),
      needed: fromBaseUnits(units, decimals),
    });
  }
  // What the fee will be only the wallet knows; without anything left it cannot be paid at all.
  if (native <= (token === undefined ? units : 0n)) throw new WalletFailure("insufficient_fee");
}
