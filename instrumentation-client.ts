import { trustScripts } from "@/lib/trusted-scripts";

trustScripts();
