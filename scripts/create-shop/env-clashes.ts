import { resolve } from "node:path";

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * What a new shop needs and an environment file has otherwise already. What is set there stays, so the shop
 * would be made and then live at another address, in another folder or on another shop's partner ID.
 */
export function envClashes(path: string, kept: Variables, wanted: Variables): string[] {
  return Object.entries(wanted).flatMap(([name, value]) => {
    const set = kept[name];
    if (!value || !set || plain(name, set) === plain(name, value)) return [];
    return [`${name} in ${path} is another one already; nothing was changed`];
  });
}

function plain(name: string, value: string): string {
  return name === "SHOPS_DIR" ? resolve(value) : value.replace(/\/+$/, "");
}
