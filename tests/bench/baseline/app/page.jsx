export const metadata = { title: "Sixty things" };

const THINGS = Array.from({ length: 60 }, (_, index) => `Thing ${index + 1}`);

export default function Page() {
  return (
    <main>
      <h1>Sixty things</h1>
      <ul>
        {THINGS.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
    </main>
  );
}
