import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

type Process = { pid: number; parent: number; ms: number };

/**
 * Processor time in milliseconds that everything started from here has used, some process apart. `NaN`
 * where the system does not tell.
 */
export function processorMs(apart: number | undefined): number {
  const processes = readProcesses();
  if (processes.length === 0) return Number.NaN;
  const ours = new Set([process.pid]);
  for (let known = 0; known < ours.size; ) {
    known = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent) && pid !== apart) ours.add(pid);
  }
  ours.delete(process.pid);
  return processes.filter(({ pid }) => ours.has(pid)).reduce((sum, { ms }) => sum + ms, 0);
}

function readProcesses(): Process[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      // The name of the program may hold blanks; what follows its bracket does not.
      const fields = stat
        .slice(stat.lastIndexOf(")") + 2)
        .split(" ")
        .map(Number);
      const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]];
      return [{ pid: Number(name), parent, ms: ((user + system) * 1000) / TICKS_PER_SECOND }];
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
}
