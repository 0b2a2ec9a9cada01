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
/** Where the seller names no country. */
const NO_COUNTRY = "ZZ";

/** The orders of this device, newest first. Storage that is blocked or damaged is an empty list. */
export function listOrders(storage: OrderStorage | undefined): DeviceOrder[] {
  return newestFirst(read(storage));
}

export const newestFirst = <Order extends Pick<DeviceOrder, "createdAt">>(
  orders: readonly Order[],
): Order[] => [...orders].sort((left, right) => right.createdAt.localeCompare(left.createdAt));

export function rememberOrder(storage: OrderStorage | undefined, order: DeviceOrder): void {
  const others = listOrders(storage).filter(({ reference }) => reference !== order.reference);
  write(storage, [tidyOrder(order), ...others]);
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
  try {
    storage?.setItem(KEY, JSON.stringify(newestFirst(orders).slice(0, MAX_ORDERS)));
  } catch {
    // Full or blocked storage costs the convenience, never the order.
  }
}

/** The order as every list and file holds it, for upstream's titles have no end and its countries any form. */
export function tidyOrder(order: DeviceOrder): DeviceOrder {
  const { reference, createdAt, title, country, notes = [] } = order;
  return {
    reference,
    createdAt,
    title: cut(title, MAX_TITLE),
    country: /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : NO_COUNTRY,
    ...(notes.length > 0 && { notes: notes.map((note) => cut(note, MAX_NOTE)) }),
  };
}

/** Cuts at a whole letter: half of one is no text any more. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // An old browser knows no letters; an order must not fail because of it.
  const letters = Intl.Segmenter && new Intl.Segmenter().segment(text);
  return text.slice(0, letters?.containing(most)?.index ?? most);
}

function isDeviceOrder(value: unknown): value is DeviceOrder {
  return (
    hasOrderShape(value) &&
    value.title.length <= MAX_TITLE &&
    /^[A-Z]{2}$/.test(value.country) &&
    (value.notes ?? []).every((note) => note.length <= MAX_NOTE)
  );
}

/** Whether a value is an order, if perhaps an untidy one. */
export function hasOrderShape(value: unknown): value is DeviceOrder {
  const { reference, createdAt, title, country, notes = [] } = membersOf(value);
  return (
    typeof reference === "string" &&
    /^[\w-]{40,1024}$/.test(reference) &&
    typeof createdAt === "string" &&
    !Number.isNaN(Date.parse(createdAt)) &&
    typeof title === "string" &&
    typeof country === "string" &&
    Array.isArray(notes) &&
    notes.every((note) => typeof note === "string")
  );
}
