// Shows a shop inside another site: a <gift-shop> element, and buttons that buy one brand. docs/embed.md
// tells how it is used. It asks for no cookie and keeps nothing.
(() => {
  const { currentScript } = document;
  if (!currentScript?.src || customElements.get("gift-shop")) return;
  const shop = new URL(currentScript.src).origin;
  const SOURCE = "gift-shop";
  const OPTIONS = ["country", "brand", "lang", "theme"];
  const GREET_MS = 300;
  const MOST_GREETINGS = 100;
  const ALLOWED = "clipboard-write; web-share; screen-wake-lock";
  const OVER = ["done", "expired", "failed", "setup_failed", "refunded", "canceled"];

  const addressOf = (element) => {
    const url = new URL("/embed", shop);
    for (const name of OPTIONS) {
      const value = element.getAttribute(name);
      if (value) url.searchParams.set(name, value);
    }
    const { lang } = document.documentElement;
    if (lang && !element.hasAttribute("lang")) url.searchParams.set("lang", lang);
    return url.href;
  };

  class GiftShop extends HTMLElement {
    static observedAttributes = OPTIONS;

    connectedCallback() {
      const frame = document.createElement("iframe");
      Object.assign(frame, { src: addressOf(this), title: new URL(shop).host, allow: ALLOWED });
      Object.assign(frame.style, { display: "block", width: "100%", height: "36rem", border: "0" });
      this.style.display = "block";
      this.frame = frame;
      this.hear = (event) => this.take(event);
      addEventListener("message", this.hear);
      this.isOpen = false;
      frame.addEventListener("load", () => {
        this.isOpen = false;
        this.greet(MOST_GREETINGS);
      });
      this.replaceChildren(frame);
    }

    disconnectedCallback() {
      clearTimeout(this.timer);
      removeEventListener("message", this.hear);
    }

    // Order and right to it live in the frame's memory: another address would throw both away.
    attributeChangedCallback() {
      if (this.frame && !this.isOpen) this.frame.src = addressOf(this);
    }

    // The frame says nothing before it was greeted by a site that its shop knows, and it may not listen
    // yet when its page has loaded.
    greet(left) {
      clearTimeout(this.timer);
      const { email } = this.dataset;
      this.frame.contentWindow?.postMessage({ source: SOURCE, type: "hello", email }, shop);
      if (left > 0) this.timer = setTimeout(() => this.greet(left - 1), GREET_MS);
    }

    take({ source, origin, data }) {
      if (source !== this.frame.contentWindow || origin !== shop || data?.source !== SOURCE) return;
      const { type, title, height, close, leave, reference, phase } = data;
      if (type === "ready") {
        clearTimeout(this.timer);
        this.frame.title = title;
        this.leave = leave;
        this.closer?.setAttribute("aria-label", close);
      }
      if (type === "size" && height > 0) this.frame.style.height = `${Math.ceil(height)}px`;
      if (type === "order") this.isOpen = !OVER.includes(phase);
      const detail = type === "order" ? { reference, phase } : {};
      this.dispatchEvent(new CustomEvent(`gift-shop:${type}`, { detail, bubbles: true }));
    }
  }
  customElements.define("gift-shop", GiftShop);

  const open = (button) => {
    const dialog = document.createElement("dialog");
    const closer = document.createElement("button");
    const element = document.createElement("gift-shop");
    for (const name of OPTIONS) {
      const value = button.dataset[name];
      if (value) element.setAttribute(name, value);
    }
    if (button.dataset.email) element.dataset.email = button.dataset.email;
    element.closer = closer;
    let agreed = false;
    const mayClose = () => {
      agreed ||= !element.isOpen || confirm(element.leave);
      return agreed;
    };
    const onclick = () => mayClose() && dialog.close();
    Object.assign(closer, { type: "button", textContent: "×", onclick });
    Object.assign(closer.style, {
      position: "sticky",
      insetBlockStart: "0",
      float: "inline-end",
      width: "2.75rem",
      height: "2.75rem",
      border: "0",
      background: "Canvas",
      color: "CanvasText",
      font: "1.5rem/1 system-ui",
      cursor: "pointer",
    });
    Object.assign(dialog.style, {
      width: "min(100%, 40rem)",
      maxHeight: "92dvh",
      padding: "0",
      border: "0",
      borderRadius: "12px",
    });
    dialog.append(closer, element);
    dialog.addEventListener("cancel", (event) => {
      if (event.cancelable && !mayClose()) event.preventDefault();
    });
    // A browser may close it without asking, but the frame is still as it was.
    dialog.addEventListener("close", () => (mayClose() ? dialog.remove() : dialog.showModal()));
    document.body.append(dialog);
    dialog.showModal();
  };

  addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-gift-shop]");
    if (!button || event.defaultPrevented) return;
    event.preventDefault();
    open(button);
  });
})();
