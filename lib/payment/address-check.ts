import { sha256 } from "@noble/hashes/sha2.js";
import { base58, base64urlnopad, bech32, bech32m, createBase58check } from "@scure/base";
import { isAddress as isEvmAddress } from "viem";
import { parseInvoice } from "./lightning";
import type { AddressFormat } from "./networks";

const base58check = createBase58check(sha256);

/** Version bytes of the old form, and the prefix of the new one. */
type Chain = { versions: readonly number[]; prefix?: "bc" | "ltc" };

const BITCOIN: Chain = { versions: [0x00, 0x05], prefix: "bc" };
// Litecoin once wrote its scripts with Bitcoin's version 5. Nobody can tell such an address from
// Bitcoin's, so it counts as none.
const LITECOIN: Chain = { versions: [0x30, 0x32], prefix: "ltc" };
const DOGECOIN: Chain = { versions: [0x1e, 0x16] };
const TRON: Chain = { versions: [0x41] };

const CHECKS: Readonly<Record<AddressFormat, (address: string) => boolean>> = {
  evm: (address) => isEvmAddress(address),
  bitcoin: (address) => isBase58Of(BITCOIN, address) || isSegwitOf(BITCOIN, address),
  litecoin: (address) => isBase58Of(LITECOIN, address) || isSegwitOf(LITECOIN, address),
  dogecoin: (address) => isBase58Of(DOGECOIN, address),
  tron: (address) => isBase58Of(TRON, address),
  solana: (address) => decoded(() => base58.decode(address))?.length === 32,
  ton: isTonAddress,
  lightning: (invoice) => /^lnbc(?!rt)/i.test(invoice) && parseInvoice(invoice) !== undefined,
  // Nothing is known of such a chain but that its addresses are a word without spaces.
  other: (address) => /^[\x21-\x7e]{16,200}$/.test(address),
};

/**
 * Whether a text is an address of a chain, by the chain's own checksum. An address of another chain, of
 * a test network, or with a letter changed is none; an EVM address all in small letters has no checksum.
 */
export function isAddressOf(format: AddressFormat, address: string): boolean {
  return CHECKS[format](address);
}

/** Bitcoin's oldest form, which is the only one that refunds are sent to. */
export function isLegacyBitcoinAddress(address: string): boolean {
  return isBase58Of(BITCOIN, address);
}

function decoded<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    // The libraries throw for anything that is not in their alphabet or fails its checksum.
    return undefined;
  }
}

function isBase58Of({ versions }: Chain, address: string): boolean {
  const bytes = decoded(() => base58check.decode(address));
  return bytes?.length === 21 && versions.includes(bytes[0] ?? -1);
}

/**
 * BIP173 for version 0, BIP350 for version 1. What is sent to a later version can be taken by anybody
 * until a chain gives that version a meaning.
 */
function isSegwitOf({ prefix }: Chain, address: string): boolean {
  const text = address as `${string}1${string}`;
  return [bech32, bech32m].some((coder, coderVersion) => {
    const parts = decoded(() => coder.decode(text));
    const [version, ...words] = parts?.words ?? [];
    const program = decoded(() => coder.fromWords(words));
    if (parts?.prefix !== prefix || version !== coderVersion || !program) return false;
    return program.length === 32 || (version === 0 && program.length === 20);
  });
}

/** For and against bouncing; an address of the test network has another bit set. */
const TON_TAGS = new Set([0x11, 0x51]);
/** The workchain of everybody's wallets, and the masterchain (-1). */
const TON_WORKCHAINS = new Set([0x00, 0xff]);

/** TON's friendly form carries a CRC16; the raw one has no checksum and is taken as it is. */
function isTonAddress(address: string): boolean {
  if (/^(?:0|-1):[0-9a-fA-F]{64}$/.test(address)) return true;
  const text = address.replaceAll("+", "-").replaceAll("/", "_");
  const bytes = decoded(() => base64urlnopad.decode(text));
  const [tag = -1, workchain = -1] = bytes ?? [];
  if (bytes?.length !== 36 || !TON_TAGS.has(tag) || !TON_WORKCHAINS.has(workchain)) return false;
  return crc16(bytes.subarray(0, 34)) === (bytes[34] ?? 0) * 256 + (bytes[35] ?? 0);
}

/** CRC-16/XMODEM. */
function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
    crc &= 0xffff;
  }
  return crc;
}
