export type Recipe = {
  env: Record<string, string>;
  /** From the build's folder to the image's. */
  copies: { from: string; to: string }[];
  user: string;
  workdir: string;
  command: string[];
  healthCommand: string[];
};

/** Reads the last stage of a Dockerfile. It knows the few steps that ours takes and refuses any other. */
export function readRecipe(source: string): Recipe {
  const steps = source
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({
      name: line.split(" ", 1)[0] ?? "",
      rest: line.slice(line.indexOf(" ") + 1),
    }));
  const last = steps.slice(steps.findLastIndex(({ name }) => name === "FROM") + 1);
  const recipe: Recipe = {
    env: {},
    copies: [],
    user: "",
    workdir: "",
    command: [],
    healthCommand: [],
  };
  const take: Record<string, (rest: string) => void> = {
    ENV: (rest) => {
      const [name = "", value = ""] = rest.split("=");
      recipe.env[name] = value;
    },
    WORKDIR: (rest) => {
      recipe.workdir = rest;
    },
    COPY: (rest) => {
      const [flag, from = "", to = ""] = rest.split(" ");
      if (flag !== "--from=build") throw new Error(`COPY from elsewhere: ${rest}`);
      recipe.copies.push({ from: from.replace(/^\/app\//, ""), to });
    },
    USER: (rest) => {
      recipe.user = rest;
    },
    CMD: (rest) => {
      recipe.command = words(rest);
    },
    HEALTHCHECK: (rest) => {
      recipe.healthCommand = words(rest.slice(rest.indexOf("CMD ") + 4));
    },
    EXPOSE: () => {},
    STOPSIGNAL: () => {},
  };
  for (const { name, rest } of last) {
    const step = take[name];
    if (!step) throw new Error(`a step that this script cannot take: ${name} ${rest}`);
    step(rest);
  }
  return recipe;
}

function words(text: string): string[] {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) throw new Error(`not a list of words: ${text}`);
  return parsed.map(String);
}
