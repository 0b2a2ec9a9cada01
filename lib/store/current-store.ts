import "server-only";
import { memoryStore } from "./memory-store";
import type { Store } from "./store";

const holder = globalThis as typeof globalThis & { __storefrontStore?: Store };

export function store(): Store {
  holder.__storefrontStore ??= memoryStore();
  return holder.__storefrontStore;
}
