"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

/** Loads the page again as a document, so that nothing of the failed one is kept. */
export function RetryButton({ label }: { label: string }) {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      size="lg"
      busy={busy}
      onClick={() => {
        setBusy(true);
        window.location.reload();
      }}
    >
      {label}
    </Button>
  );
}
