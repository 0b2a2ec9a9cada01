import { createHash } from "node:crypto";

/** Numbers that depend on nothing but their label: the same seed gives the same world on every machine. */
export function bytesOf(label: string): Buffer {
  return createHash("sha256").update(label).digest();
}

/** A whole number from 0 to `below` − 1. */
export function pickNumber(label: string, below: number): number {
  return bytesOf(label).readUInt32BE(0) % below;
}

export function pickOne<T>(label: string, values: readonly [T, ...T[]]): T {
  return values[pickNumber(label, values.length)] ?? values[0];
}

export function uuidOf(label: string): string {
  const hex = bytesOf(label).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
