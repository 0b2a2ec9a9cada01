import { classNames } from "./class-names";

/** Holds the room of what is still to come; the words for it stand beside, not inside. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "block rounded-field bg-sunken motion-safe:animate-pulse",
        className ?? "h-5 w-full",
      )}
    />
  );
}
