/**
 * The statement of a page that begins to note what its visitor does, as `window.earlyInput`. What React
 * has taken over, which it marks, is React's to hear. A form of the method `dialog` does nothing until a
 * script takes its submission.
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
