/** What instances share to spare each other work. It may be gone at any moment, and is never a reason to fail. */
export interface Shelf {
  get(name: string): Promise<Buffer | undefined>;
  put(name: string, value: Buffer): Promise<void>;
}
