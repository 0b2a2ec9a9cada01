import { SearchInput } from "@/components/ui/search-input";
import { SearchSubmit } from "./search-submit";

type Props = { action: string; label: string; placeholder?: string | undefined };

/** Leads to the page of all brands with what was typed; it works without a script. */
export function SearchForm({ action, label, placeholder }: Props) {
  return (
    <search className="block w-full max-w-xl">
      <form action={action} method="get" className="relative">
        <SearchInput
          name="q"
          aria-label={label}
          placeholder={placeholder ?? label}
          enterKeyHint="search"
          required
          className="min-h-14 pe-16 text-lg"
        />
        <SearchSubmit label={label} />
      </form>
    </search>
  );
}
