type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a visitor did on a page that was painted and not yet alive. */
export type EarlyInput = {
  /** Fields in the order in which they were last changed, with what then stood in them. */
  readonly changed: ReadonlyMap<Field, { value: string; checked: boolean | undefined }>;
  /** The last button that does nothing by itself, and when by the page's clock it was pressed. */
  readonly pressed?: { button: HTMLButtonElement; at: number };
  stop(): void;
};

declare global {
  interface Window {
    earlyInput?: EarlyInput | undefined;
  }
}

/**
 * The statement of a page that begins to note what its visitor does, as `window.earlyInput`. A form of
 * the method `dialog` does nothing until a script takes its submission.
 */
export const NOTE_EARLY_INPUT = `{
const stopped=new AbortController,changed=new Map;
const early=window.earlyInput={changed,stop(){stopped.abort()}};
const how={capture:true,signal:stopped.signal};
addEventListener("input",({target:t})=>{changed.delete(t);changed.set(t,{value:t.value,checked:t.checked})},how);
addEventListener("click",({target:t})=>{
const button=t.closest("button");
if(button&&(!button.form||button.type=="button"||button.form.method=="dialog"))early.pressed={button,at:performance.now()}
},how)
}`.replaceAll("\n", "");
