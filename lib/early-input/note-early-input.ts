/**
 * The statement of a page that begins to note what its visitor does, as `window.earlyInput`. What React
 * has taken over, which it marks, is React's to hear; a press waits for what was changed before it. A noted
 * press is kept from React, which may take a part over for it and would hear it as well; so is the click on
 * a choice, which React would take for the choice that was there before. A form that works by itself is
 * left to the browser until React would hear of its submission; one of the method `dialog` does nothing
 * before.
 */
export const NOTE_EARLY_INPUT = `{
const stopped=new AbortController,changed=new Map;
const early=window.earlyInput={changed,stop(){stopped.abort()}};
const how={capture:true,signal:stopped.signal};
const alive=t=>early.taken&&Object.keys(t).some(key=>key.startsWith("__react"));
addEventListener("input",({target:t})=>{
if(changed.delete(t)||!alive(t))changed.set(t,{value:t.value,checked:t.checked})
},how);
addEventListener("click",e=>{
const {target:t}=e,button=t.closest("button");
if(/radio|checkbox/.test(t.type)&&!alive(t))e.stopImmediatePropagation();
if(!button||alive(button)&&!changed.size)return;
if(!early.taken&&button.form&&button.type!="button"&&button.form.getAttribute("method")!="dialog")return;
e.preventDefault();e.stopImmediatePropagation();
early.pressed={button,at:performance.now()}
},how)
}`.replaceAll("\n", "");
