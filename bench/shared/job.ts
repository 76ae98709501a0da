/**
 * What every job does around its work: reads what it is given, takes the time and tells both.
 *
 * Time starts when all modules are loaded; how long that takes is a row of its own.
 */
export async function job(work: (given: unknown) => Promise<void>): Promise<void> {
  const given: unknown = JSON.parse(process.argv[2] ?? 'null');
  const idleBytes = peak();
  const usage = process.cpuUsage();
  const since = performance.now();
  await work(given);
  const ms = performance.now() - since;
  const { user, system } = process.cpuUsage(usage);
  const cpuMs = (user + system) / 1000;
  process.stdout.write(`${JSON.stringify({ ms, cpuMs, idleBytes, peakBytes: peak() })}\n`);
}

/** The most memory that was resident so far, in bytes. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}
