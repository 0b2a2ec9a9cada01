import { FRAME_SOURCE, type FromFrame, parseToFrame } from "@/lib/embed/messages";

type Listener = (prefill: { email?: string }) => void;

/**
 * The site around the frame. Nothing is said before it has said hello from one of the origins that the
 * shop names, and then to that very origin alone.
 */
function createParentSite() {
  let origin: string | undefined;
  let waiting: FromFrame[] = [];
  let prefill: { email?: string } = {};
  const listeners = new Set<Listener>();

  const post = (message: FromFrame, to: string) =>
    window.parent.postMessage({ source: FRAME_SOURCE, v: 1, ...message }, to);

  return {
    /** Begins to listen. Returns what ends it. */
    open(origins: readonly string[]): () => void {
      const onMessage = (event: MessageEvent<unknown>) => {
        if (event.source !== window.parent || !origins.includes(event.origin)) return;
        const message = parseToFrame(event.data);
        if (!message) return;
        origin = event.origin;
        for (const kept of waiting) post(kept, origin);
        waiting = [];
        const { type: _type, ...told } = message;
        prefill = told;
        for (const listener of listeners) listener(prefill);
      };
      window.addEventListener("message", onMessage);
      return () => window.removeEventListener("message", onMessage);
    },
    tell(message: FromFrame): void {
      if (window.parent === window) return;
      if (origin !== undefined) {
        post(message, origin);
        return;
      }
      // Of each kind only the newest matters to somebody who comes late.
      waiting = [...waiting.filter(({ type }) => type !== message.type), message];
    },
    onPrefill(listener: Listener): () => void {
      listeners.add(listener);
      if (prefill.email !== undefined) listener(prefill);
      return () => listeners.delete(listener);
    },
  };
}

export const parentSite = createParentSite();
