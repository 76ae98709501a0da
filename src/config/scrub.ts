import type { ConfigProblem } from './problem.ts';
import type { Setting } from './setting.ts';
import { type Shape, shapeAt } from './shape.ts';

/** Shorter values are words that may stand in a sentence for other reasons. */
const shortest = 12;

/** The last step before problems are told: no value of a secret setting stays in them. */
export function scrub(
  problems: readonly ConfigProblem[],
  settings: readonly Setting[],
  shape: Shape,
): readonly ConfigProblem[] {
  const secrets = settings.flatMap(({ path, value }) => {
    const leaf = shapeAt(shape, path);
    const isSecret = leaf?.kind === 'leaf' && leaf.isSecret;
    return isSecret && typeof value === 'string' && value.length >= shortest ? [value] : [];
  });
  const clean = (text: string): string =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
  return problems.map(({ place, path, message, hint }) => {
    return { place, path: clean(path), message: clean(message), hint: hint === null ? null : clean(hint) };
  });
}
