import type { CommonWords } from "./words";

/** Stands on every page of a demo, so that nobody takes made-up money for real. */
export function DemoRibbon({ words }: { words: CommonWords }) {
  return (
    <aside
      aria-label={words.demo}
      className="bg-demo px-4 py-1.5 text-center font-semibold text-on-demo text-sm"
      data-testid="demo-ribbon"
    >
      {words.demo}
      <span className="max-sm:sr-only font-normal"> · {words.demoText}</span>
    </aside>
  );
}
