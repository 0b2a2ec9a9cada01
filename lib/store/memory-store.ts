import { LRUCache } from "lru-cache";
import type { Store } from "./store";

/** Enough for one instance. The oldest entries give way when it is full. */
export function memoryStore(maxEntries = 50_000): Store {
  const entries = new LRUCache<string, string>({ max: maxEntries });
  const queues = new Map<string, Map<string, number>>();
  const queueOf = (name: string): Map<string, number> => {
    const known = queues.get(name) ?? new Map<string, number>();
    queues.set(name, known);
    return known;
  };
  return {
    get: async (key) => entries.get(key),
    set: async (key, value, ttlSeconds) => {
      entries.set(key, value, { ttl: ttlSeconds * 1000 });
    },
    delete: async (key) => {
      entries.delete(key);
    },
    deleteIf: async (key, value) => {
      if (entries.get(key) === value) entries.delete(key);
    },
    take: async (key) => {
      const value = entries.get(key);
      entries.delete(key);
      return value;
    },
    claim: async (key, value, ttlSeconds) => {
      if (entries.has(key)) return false;
      entries.set(key, value, { ttl: ttlSeconds * 1000 });
      return true;
    },
    increment: async (key, ttlSeconds) => {
      const next = Number(entries.get(key) ?? 0) + 1;
      entries.set(key, String(next), { ttl: ttlSeconds * 1000 });
      return next;
    },
    schedule: async (queue, member, dueMs) => {
      const members = queueOf(queue);
      members.set(member, dueMs);
      const [oldest] = members.keys();
      if (members.size > maxEntries && oldest !== undefined) members.delete(oldest);
    },
    takeDue: async (queue, nowMs, most, againMs) => {
      const members = queueOf(queue);
      const due = [...members].filter(([, at]) => at <= nowMs).slice(0, most);
      for (const [member] of due) members.set(member, againMs);
      return due.map(([member]) => member);
    },
    unschedule: async (queue, member) => {
      queueOf(queue).delete(member);
    },
  };
}
