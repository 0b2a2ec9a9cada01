import { useEffect } from "react";

/** Calls when the tab is hidden and when its page is left; a code is shown to nobody then. */
export function useWhenLeft(leave: () => void): void {
  useEffect(() => {
    const leaveHidden = () => {
      if (document.visibilityState === "hidden") leave();
    };
    document.addEventListener("visibilitychange", leaveHidden);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", leaveHidden);
      window.removeEventListener("pagehide", leave);
    };
  }, [leave]);
}
