"use client";

import { type ComponentProps, lazy, memo, Suspense } from "react";
import type { DemoPanel as Panel } from "./demo-panel";

/** Shops have no such panel, so their buyers do not load it. */
const DemoPanel = lazy(async () => ({ default: (await import("./demo-panel")).DemoPanel }));

/**
 * Its own component that only follows its properties: React writes a part anew whose script is still
 * under way when it has to update it, and what was pressed on the server's part would be gone. The page
 * around it updates each second.
 */
export const LateDemoPanel = memo(function LateDemoPanel(props: ComponentProps<typeof Panel>) {
  return (
    <Suspense>
      <DemoPanel {...props} />
    </Suspense>
  );
});
