/** What instances share cannot be reached. Whoever needs it to be safe refuses; whoever does not goes on. */
export class StoreError extends Error {
  // Pages and route handlers are bundled apart, so the class exists more than once in a process.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "StoreError";
  }

  constructor(cause?: unknown) {
    super("the store cannot be reached", { cause });
    this.name = "StoreError";
  }
}
