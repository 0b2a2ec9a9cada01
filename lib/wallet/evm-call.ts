import { decodeFunctionResult, encodeFunctionData, erc20Abi, type Hex, isAddress } from "viem";

type Call = { to: Hex; value: Hex; data?: Hex };

type EvmTransfer = { recipient: string; units: bigint; token?: string };

/** The call that moves exactly these units, or nothing when an address is not one. */
export function transferCall({ recipient, units, token }: EvmTransfer): Call | undefined {
  const to = asAddress(recipient);
  if (!to) return undefined;
  if (token === undefined) return { to, value: `0x${units.toString(16)}` };
  const contract = asAddress(token);
  if (!contract || contract.toLowerCase() === to.toLowerCase()) return undefined;
  const data = encodeFunctionData({ abi: erc20Abi, functionName: "transfer", args: [to, units] });
  return { to: contract, value: "0x0", data };
}

/** @throws when `token` or `account` is no address, which the transfer has ruled out before. */
export function balanceCall(token: string, account: string): Omit<Call, "value"> {
  const owner = asAddress(account);
  const contract = asAddress(token);
  if (!owner || !contract) throw new RangeError("not an address");
  const data = encodeFunctionData({ abi: erc20Abi, functionName: "balanceOf", args: [owner] });
  return { to: contract, data };
}

export function readBalance(result: unknown): bigint | undefined {
  if (typeof result !== "string" || !/^0x[0-9a-f]{64}$/i.test(result)) return undefined;
  return decodeFunctionResult({
    abi: erc20Abi,
    functionName: "balanceOf",
    data: result as Hex,
  });
}

export function readQuantity(result: unknown): bigint | undefined {
  return typeof result === "string" && /^0x[0-9a-f]{1,64}$/i.test(result)
    ? BigInt(result)
    : undefined;
}

/** Letters of mixed case carry a checksum, which is then checked. */
export function asAddress(text: unknown): Hex | undefined {
  return typeof text === "string" && isAddress(text) ? text : undefined;
}
