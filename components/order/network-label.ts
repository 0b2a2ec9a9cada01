import { networkName } from "@/components/checkout/payment-names";

/** A network as people call it; what upstream writes in capitals alone is written as a name. */
export function networkLabel(of: { coin: string; network: string }): string {
  const name = networkName(of);
  return /^[A-Z]{4,}$/.test(name) ? `${name.charAt(0)}${name.slice(1).toLowerCase()}` : name;
}
