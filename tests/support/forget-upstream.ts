import { beforeEach } from "vitest";

/** As if the pause that upstream asked for, or that its failures brought, were over. */
export function forgetUpstream(): void {
  delete (globalThis as Record<string, unknown>).__storefrontBreakers;
}

/** What one test let fail must not hold the calls of the next one back. */
beforeEach(forgetUpstream);
