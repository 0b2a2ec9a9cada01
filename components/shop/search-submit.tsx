import { Icon } from "@/components/ui/icon";

/** The arrow inside a search field that sends it. */
export function SearchSubmit({ label }: { label: string }) {
  return (
    <button
      type="submit"
      aria-label={label}
      className="absolute end-1.5 top-1/2 inline-flex size-11 -translate-y-1/2 items-center justify-center rounded-field bg-brand text-on-brand hover:bg-brand-hover"
    >
      <Icon name="arrow" />
    </button>
  );
}
