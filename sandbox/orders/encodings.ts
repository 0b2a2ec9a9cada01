import { createHash } from "node:crypto";

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

export function base58(bytes: Uint8Array): string {
  let value = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
  let text = "";
  while (value > 0n) {
    text = (BASE58[Number(value % 58n)] ?? "") + text;
    value /= 58n;
  }
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return "1".repeat(zeros < 0 ? bytes.length : zeros) + text;
}

export function base58Check(version: number, payload: Uint8Array): string {
  const body = Buffer.concat([Buffer.from([version]), payload]);
  return base58(Buffer.concat([body, sha256(sha256(body)).subarray(0, 4)]));
}

/** Bytes as groups of five bits, padded at the end. */
export function toWords(bytes: Uint8Array): number[] {
  const words: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      words.push((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) words.push((held << (5 - bits)) & 31);
  return words;
}

export function bech32(prefix: string, words: readonly number[]): string {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  const values = [
    ...codes.map((code) => code >> 5),
    0,
    ...codes.map((code) => code & 31),
    ...words,
  ];
  let check = 1;
  for (const value of [...values, 0, 0, 0, 0, 0, 0]) {
    const top = check >> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [bit, term] of GENERATOR.entries()) if ((top >> bit) & 1) check ^= term;
  }
  check ^= 1;
  const sum = [25, 20, 15, 10, 5, 0].map((shift) => (check >> shift) & 31);
  return `${prefix}1${[...words, ...sum].map((word) => BECH32[word]).join("")}`;
}

/** TON's friendly form: tag, workchain, hash and a CRC16 over them, in base64url. */
export function tonAddress(hash: Uint8Array): string {
  const body = Buffer.concat([Buffer.from([0x51, 0x00]), hash]);
  let crc = 0;
  for (const byte of body) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
    crc &= 0xffff;
  }
  return Buffer.concat([body, Buffer.from([crc >> 8, crc & 255])]).toString("base64url");
}

const ROUNDS = [
  0x0000000000000001n,
  0x0000000000008082n,
  0x800000000000808an,
  0x8000000080008000n,
  0x000000000000808bn,
  0x0000000080000001n,
  0x8000000080008081n,
  0x8000000000008009n,
  0x000000000000008an,
  0x0000000000000088n,
  0x0000000080008009n,
  0x000000008000000an,
  0x000000008000808bn,
  0x800000000000008bn,
  0x8000000000008089n,
  0x8000000000008003n,
  0x8000000000008002n,
  0x8000000000000080n,
  0x000000000000800an,
  0x800000008000000an,
  0x8000000080008081n,
  0x8000000000008080n,
  0x0000000080000001n,
  0x8000000080008008n,
];
const ROTATIONS = [
  [0, 36, 3, 41, 18],
  [1, 44, 10, 45, 2],
  [62, 6, 43, 15, 61],
  [28, 55, 25, 21, 56],
  [27, 20, 39, 8, 14],
];
const MASK = (1n << 64n) - 1n;
const rotate = (value: bigint, by: number): bigint =>
  ((value << BigInt(by)) | (value >> BigInt(64 - by))) & MASK;

/** Keccak-256 of up to 135 bytes: Ethereum's hash, which is not the SHA-3 that Node offers. */
function keccak256(input: Uint8Array): Buffer {
  const block = Buffer.alloc(136);
  Buffer.from(input).copy(block);
  block[input.length] = 0x01;
  block[135] = (block[135] ?? 0) | 0x80;
  const state = Array.from({ length: 25 }, (_, index) =>
    index < 17 ? block.readBigUInt64LE(index * 8) : 0n,
  );
  const at = (x: number, y: number) => state[(x % 5) + 5 * (y % 5)] ?? 0n;
  for (const round of ROUNDS) {
    const columns = [0, 1, 2, 3, 4].map(
      (x) => at(x, 0) ^ at(x, 1) ^ at(x, 2) ^ at(x, 3) ^ at(x, 4),
    );
    for (let x = 0; x < 5; x += 1) {
      const mix = (columns[(x + 4) % 5] ?? 0n) ^ rotate(columns[(x + 1) % 5] ?? 0n, 1);
      for (let y = 0; y < 5; y += 1) state[x + 5 * y] = at(x, y) ^ mix;
    }
    const moved: bigint[] = Array.from({ length: 25 }, () => 0n);
    for (let x = 0; x < 5; x += 1) {
      for (let y = 0; y < 5; y += 1) {
        moved[y + 5 * ((2 * x + 3 * y) % 5)] = rotate(at(x, y), ROTATIONS[x]?.[y] ?? 0);
      }
    }
    for (let x = 0; x < 5; x += 1) {
      for (let y = 0; y < 5; y += 1) {
        const [here, next, after] = [0, 1, 2].map((step) => moved[((x + step) % 5) + 5 * y] ?? 0n);
        state[x + 5 * y] = (here ?? 0n) ^ (~(next ?? 0n) & MASK & (after ?? 0n));
      }
    }
    state[0] = at(0, 0) ^ round;
  }
  const out = Buffer.alloc(32);
  for (let index = 0; index < 4; index += 1) out.writeBigUInt64LE(state[index] ?? 0n, index * 8);
  return out;
}

/** An Ethereum address with its checksum in the case of the letters. */
export function evmAddress(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.subarray(0, 20)).toString("hex");
  const hash = keccak256(Buffer.from(hex)).toString("hex");
  const mixed = [...hex].map((digit, index) =>
    Number.parseInt(hash[index] ?? "0", 16) >= 8 ? digit.toUpperCase() : digit,
  );
  return `0x${mixed.join("")}`;
}
