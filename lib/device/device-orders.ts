import { membersOf } from "../is-record";

/**
 * What a device remembers of an order: enough to find it again, nothing that is worth stealing. This
 * list is where a page writes before it is left; the vault takes it in, and where a browser has no
 * place for the vault it is the list.
 */
export type DeviceOrder = {
  reference: string;
  createdAt: string;
  title: string;
  country: string;
  /** What the buyer was told before payment, for the receipt. */
  notes?: string[] | undefined;
};

export type OrderStorage = Pick<Storage, "getItem" | "setItem">;

const KEY = "orders.v1";
const MAX_ORDERS = 50;
const MAX_TITLE = 120;
const MAX_NOTE = 400;

/** The orders of this device, newest first. Storage that is blocked or damaged is an empty list. */
export function listOrders(storage: OrderStorage | undefined): DeviceOrder[] {
  return read(storage).sort((left, right) => right.createdAt.localeCompare(left.createdAt));
}

export function rememberOrder(storage: OrderStorage | undefined, order: DeviceOrder): void {
  const others = listOrders(storage).filter(({ reference }) => reference !== order.reference);
  const { reference, createdAt, country, notes = [] } = order;
  const kept = {
    reference,
    createdAt,
    title: order.title.slice(0, MAX_TITLE),
    country,
    ...(notes.length > 0 && { notes: notes.map((note) => note.slice(0, MAX_NOTE)) }),
  };
  write(storage, [kept, ...others]);
}

export function forgetOrder(storage: OrderStorage | undefined, reference: string): void {
  write(
    storage,
    listOrders(storage).filter((order) => order.reference !== reference),
  );
}

function read(storage: OrderStorage | undefined): DeviceOrder[] {
  try {
    const list: unknown = JSON.parse(storage?.getItem(KEY) ?? "[]");
    return Array.isArray(list) ? list.filter(isDeviceOrder) : [];
  } catch {
    // Another program's or a half-written value: the list starts anew.
    return [];
  }
}

function write(storage: OrderStorage | undefined, orders: DeviceOrder[]): void {
  const newestFirst = orders.sort((left, right) => right.createdAt.localeCompare(left.createdAt));
  try {
    storage?.setItem(KEY, JSON.stringify(newestFirst.slice(0, MAX_ORDERS)));
  } catch {
    // Full or blocked storage costs the convenience, never the order.
  }
}

export function isDeviceOrder(value: unknown): value is DeviceOrder {
  const { reference, createdAt, title, country, notes = [] } = membersOf(value);
  return (
    typeof reference === "string" &&
    /^[\w-]{40,1024}$/.test(reference) &&
    typeof createdAt === "string" &&
    !Number.isNaN(Date.parse(createdAt)) &&
    typeof title === "string" &&
    title.length <= MAX_TITLE &&
    typeof country === "string" &&
    /^[A-Z]{2}$/.test(country) &&
    Array.isArray(notes) &&
    notes.every((note) => typeof note === "string" && note.length <= MAX_NOTE)
  );
}
