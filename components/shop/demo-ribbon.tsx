import type { CommonWords } from "./words";

/** Stands on every page of a demo, so that nobody takes made-up money for real. */
export function DemoRibbon({ words }: { words: CommonWords }) {
  return (
    <aside
      aria-label={words.demo}
      className="bg-demo py-1.5 font-semibold text-on-demo text-sm"
      data-testid="demo-ribbon"
    >
      {/* Begins where the page begins: centred it would move when the font arrives. */}
      <p className="mx-auto max-w-page px-4 sm:px-6">
        {words.demo}
        <span className="max-sm:sr-only font-normal"> · {words.demoText}</span>
      </p>
    </aside>
  );
}
