import { createSandbox } from "./create-sandbox";

const flag = process.argv.indexOf("--port");
const wished = Number(flag > 0 ? process.argv[flag + 1] : process.env.PORT) || 4010;
const stepMs = Number(process.env.STEP_MS) || 1500;
const seed = Number(process.env.SEED) || 1;
/** Another address than the loopback is for a container, where the loopback reaches nobody. */
const host = process.env.HOST || "127.0.0.1";

const sandbox = createSandbox({ stepMs, seed });
try {
  const { url } = await sandbox.listen(wished, host);
  console.log(`sandbox listening on ${url}`);
} catch (error) {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  console.error(taken ? `port ${wished} is taken: choose another with --port` : error);
  process.exit(1);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}
