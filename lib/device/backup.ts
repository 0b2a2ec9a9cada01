import { membersOf } from "../is-record";
import { isDelivery } from "../orders/is-delivery";
import { HANDLING } from "../orders/status";
import { isDeviceOrder } from "./device-orders";
import { isSealedJson, openJson, sealJson } from "./seal-json";
import type { KnownState, VaultOrder } from "./vault";

export type BackupReading =
  | { kind: "orders"; orders: VaultOrder[] }
  | { kind: "unreadable" }
  | { kind: "other_shop"; host: string }
  | { kind: "wrong_passphrase" };

const FORMAT = "orders-backup.v1";
export const BACKUP_BYTES_MAX = 5_000_000;

const labelOf = (origin: string): string => `${FORMAT}|${origin}`;

/**
 * The text of a backup file. It holds the list and the codes that are kept, and no right to open an
 * order: such a right is a cookie that no script can read.
 */
export async function makeBackup(
  passphrase: string,
  origin: string,
  orders: readonly VaultOrder[],
): Promise<string> {
  const sealed = await sealJson(passphrase, labelOf(origin), orders);
  return JSON.stringify({ format: FORMAT, origin, sealed });
}

export async function readBackup(
  text: string,
  passphrase: string,
  origin: string,
): Promise<BackupReading> {
  const file = parse(text);
  if (!file) return { kind: "unreadable" };
  // References open nothing on another shop, and a list that mixes shops would send its buyer astray.
  if (file.origin !== origin) return { kind: "other_shop", host: file.host };
  const content = await openJson(passphrase, labelOf(origin), file.sealed);
  if (content === undefined) return { kind: "wrong_passphrase" };
  if (!Array.isArray(content) || !content.every(isVaultOrder)) return { kind: "unreadable" };
  return { kind: "orders", orders: content };
}

function parse(text: string) {
  if (text.length > BACKUP_BYTES_MAX) return undefined;
  try {
    const { format, origin, sealed } = JSON.parse(text) as Record<string, unknown>;
    if (format !== FORMAT || typeof origin !== "string" || !isSealedJson(sealed)) return undefined;
    return { origin, host: new URL(origin).host, sealed };
  } catch {
    // Any other file that somebody picked by mistake.
    return undefined;
  }
}

/** A file can be made by anybody who knows its passphrase, so it is read with the eyes of a stranger. */
function isVaultOrder(value: unknown): value is VaultOrder {
  if (!isDeviceOrder(value)) return false;
  const { state, codes } = value as { state?: unknown; codes?: unknown };
  const stateIsFine = state === undefined || isKnownState(state);
  return stateIsFine && Array.isArray(codes) && codes.every(isDelivery);
}

function isKnownState(value: unknown): value is KnownState {
  const { phase, at } = membersOf(value);
  return (
    typeof phase === "string" &&
    Object.hasOwn(HANDLING, phase) &&
    typeof at === "string" &&
    !Number.isNaN(Date.parse(at))
  );
}
