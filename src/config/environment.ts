/** The environment variables, as a value. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of this process; the only place that reads them. Everything else is handed the value. */
export function readEnvironment(): Environment {
  // biome-ignore lint/style/noProcessEnv: the one place that may
  return { ...process.env };
}

/** A variable that says something: an empty one counts as not set, as Compose files leave them behind. */
export function readVariable(environment: Environment, name: string): string | null {
  const value = environment[name];
  return value === undefined || value.trim() === '' ? null : value;
}
