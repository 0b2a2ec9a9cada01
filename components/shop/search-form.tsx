import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { SearchSubmit } from "./search-submit";

type Props = { action: string; label: string; placeholder?: string | undefined };

/** Leads to the page of all brands with what was typed; it works without a script. */
export function SearchForm({ action, label, placeholder }: Props) {
  return (
    <search className="block w-full max-w-xl">
      <form action={action} method="get" className="relative">
        <Icon
          name="search"
          className="pointer-events-none absolute start-4 top-1/2 -translate-y-1/2 text-muted"
        />
        <Input
          type="search"
          name="q"
          aria-label={label}
          placeholder={placeholder ?? label}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={80}
          required
          className="min-h-14 ps-12 pe-16 text-lg"
        />
        <SearchSubmit label={label} />
      </form>
    </search>
  );
}
