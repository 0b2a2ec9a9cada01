"use client";

import { type ReactNode, useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

type Props = { label: string; children: ReactNode };

/**
 * Prints the sheet within it, which is in the page only while it is printed, so that the receipt stays
 * what the browser's own command prints.
 */
export function PrintButton({ label, children }: Props) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const end = () => setPrinting(false);
    window.addEventListener("afterprint", end);
    return () => window.removeEventListener("afterprint", end);
  }, [printing]);

  const print = () => {
    // What is printed has to be there before the browser is asked to, in the same click.
    flushSync(() => setPrinting(true));
    window.print();
  };
  return (
    <>
      <Button variant="secondary" onClick={print}>
        <Icon name="receipt" />
        {label}
      </Button>
      {printing && createPortal(children, document.body)}
    </>
  );
}
