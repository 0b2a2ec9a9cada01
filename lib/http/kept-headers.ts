const PREFIX = "x-kept-";

/**
 * The framework drops what a route says of its body's encoding and length, because a body that was only
 * passed on may have been unpacked on the way. Under this name it gets through.
 */
export const keptHeader = (name: "content-encoding" | "content-length"): string => PREFIX + name;

/** The name that a header has outside; instrumentation puts it in when the answer is written. */
export const outerHeader = (name: string): string =>
  name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
