"use client";

import { memo } from "react";
import { latePart } from "@/components/ui/late-part";

/**
 * Shops have no such panel, so their buyers do not load it. It only follows its properties: React writes
 * a part anew whose script is still under way when it has to update it, and what was pressed on the
 * server's part would be gone. The page around it updates each second.
 */
export const LateDemoPanel = memo(latePart(async () => (await import("./demo-panel")).DemoPanel));
