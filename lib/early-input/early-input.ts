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

/** React leaves a mark on every element that it has taken over. */
export const isAlive = (element: Element): boolean =>
  Object.keys(element).some((key) => key.startsWith("__react"));

/**
 * The statement of a page that begins to note what its visitor does, as `window.earlyInput`. What React
 * has taken over is React's to hear. A form of the method `dialog` does nothing until a script takes its
 * submission.
 */
export const NOTE_EARLY_INPUT = `{
const stopped=new AbortController,changed=new Map;
const early=window.earlyInput={changed,stop(){stopped.abort()}};
const how={capture:true,signal:stopped.signal};
const alive=t=>Object.keys(t).some(key=>key.startsWith("__react"));
addEventListener("input",({target:t})=>{
if(changed.delete(t)||!early.taken||!alive(t))changed.set(t,{value:t.value,checked:t.checked})
},how);
addEventListener("click",({target:t})=>{
const button=t.closest("button");
if(button&&!(early.taken&&alive(button))&&(!button.form||button.type=="button"||button.form.method=="dialog"))
early.pressed={button,at:performance.now()}
},how)
}`.replaceAll("\n", "");
