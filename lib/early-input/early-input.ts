export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a visitor did to parts of a page that were painted and not yet alive. */
export type EarlyInput = {
  /** Fields in the order in which they were last changed, with what then stood in them. */
  readonly changed: Map<Field, { value: string; checked: boolean | undefined }>;
  /** The last button that does nothing by itself, and when by the page's clock it was pressed. */
  pressed?: { button: HTMLButtonElement; at: number } | undefined;
  /** Set once the page as a whole is React's; before, its marks are those of a work under way. */
  taken?: boolean;
  stop(): void;
};

declare global {
  interface Window {
    earlyInput?: EarlyInput | undefined;
  }
}
