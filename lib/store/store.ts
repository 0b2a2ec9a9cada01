/** State that instances must share. Values are JSON text; everything expires. */
export interface Store {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Deletes a key that has this value, and no other. */
  deleteIf(key: string, value: string): Promise<void>;
  /** Reads a key and deletes it; one of many who take it at once gets the value. */
  take(key: string): Promise<string | undefined>;
  /** Sets a key that nobody has set; false when somebody was first. */
  claim(key: string, value: string, ttlSeconds: number): Promise<boolean>;
  increment(key: string, ttlSeconds: number): Promise<number>;
  /** Puts a member into a queue, to be taken from a moment on. */
  schedule(queue: string, member: string, dueMs: number): Promise<void>;
  /**
   * Takes what is due; each member goes to one taker only. It is due again at `againMs` unless it is
   * unscheduled: a taker may fail or die before it has done anything with it.
   */
  takeDue(queue: string, nowMs: number, most: number, againMs: number): Promise<string[]>;
  unschedule(queue: string, member: string): Promise<void>;
}
