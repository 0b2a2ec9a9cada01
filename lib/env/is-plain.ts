import { isLoopback } from "../is-loopback";

/** Whether what goes to an address can be read and changed on its way. */
export const isPlain = (url: string): boolean =>
  new URL(url).protocol !== "https:" && !isLoopback(url);
