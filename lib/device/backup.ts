import { membersOf } from "../is-record";
import { isDelivery } from "../orders/is-delivery";
import { HANDLING } from "../orders/status";
import { hasOrderShape, tidyOrder } from "./device-orders";
import { isSealedJson, openJson, sealJson } from "./seal-json";
import type { KnownState, VaultOrder } from "./vault";

export type BackupReading =
  /** `damaged` counts the orders and codes of the file that are left out. */
  | { kind: "orders"; orders: VaultOrder[]; damaged: number }
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
  return Array.isArray(content) ? readEntries(content) : { kind: "unreadable" };
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

/**
 * A file can be made by anybody who knows its passphrase, so it is read with the eyes of a stranger. One
 * bad entry does not cost the others, for there are codes among them.
 */
function readEntries(content: readonly unknown[]): BackupReading {
  const orders: VaultOrder[] = [];
  let damaged = 0;
  for (const entry of content) {
    const { state, codes } = membersOf(entry);
    if (!hasOrderShape(entry) || !Array.isArray(codes)) {
      damaged += 1;
      continue;
    }
    const good = codes.filter(isDelivery);
    damaged += codes.length - good.length;
    // A state that is none is no loss: it is asked for anew in any case.
    orders.push({ ...tidyOrder(entry), ...(isKnownState(state) && { state }), codes: good });
  }
  if (orders.length === 0 && damaged > 0) return { kind: "unreadable" };
  return { kind: "orders", orders, damaged };
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
