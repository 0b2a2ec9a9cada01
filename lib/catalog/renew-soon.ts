import "server-only";
import { unstable_cache } from "next/cache";

const SECONDS = 15;

/**
 * Shortens the life of the page that is being rendered. The least of all lifetimes that a page has read is
 * its own, and Next has no other way to say so while rendering.
 */
export const renewSoon = unstable_cache(async () => true, ["renew-soon"], { revalidate: SECONDS });
