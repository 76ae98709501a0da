/** What a job measured itself. */
export interface OwnMeasure {
  readonly ms: number;
  /** The most memory that was resident before what counts began; null where all of the job counts. */
  readonly idleBytes: number | null;
}

/**
 * What every job does around its work: reads what it is given, takes the time and tells both.
 *
 * Time starts when all modules are loaded; how long that takes is a row of its own.
 */
export async function job(work: (given: unknown) => Promise<void>): Promise<void> {
  await measuredJob(async (given) => {
    const since = performance.now();
    await work(given);
    return { ms: performance.now() - since, idleBytes: null };
  });
}

/** A job of which only a part counts: it takes the time of that part itself. */
export async function measuredJob(work: (given: unknown) => Promise<OwnMeasure>): Promise<void> {
  const given: unknown = JSON.parse(process.argv[2] ?? 'null');
  const idleBytes = peak();
  const usage = process.cpuUsage();
  const own = await work(given);
  const { user, system } = process.cpuUsage(usage);
  const cpuMs = (user + system) / 1000;
  const told = { ms: own.ms, cpuMs, idleBytes: own.idleBytes ?? idleBytes, peakBytes: peak() };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

/** The most memory that was resident so far, in bytes. */
export function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}
