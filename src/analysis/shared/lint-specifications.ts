import type { CustomFormat, Specification } from '../../model/custom-format.ts';
import type { Service } from '../../model/service.ts';
import type { FormatFault } from './format-fault.ts';
import { lintLanguage } from './lint-language.ts';

/** What is wrong with how a format's conditions stand together. Source: servarr.md 5.3, 5.4. */
export function lintSpecifications(
  { specifications }: CustomFormat,
  service: Service,
): readonly FormatFault[] {
  const kinds = Map.groupBy(specifications, ({ implementation }) => implementation);
  return [
    ...[...kinds.values()].flatMap(lintKind),
    ...specifications.flatMap((one) => lintLanguage(one, service)),
    ...(kinds.get('YearSpecification') ?? []).map(yearFault),
  ];
}

function lintKind(group: readonly Specification[]): readonly FormatFault[] {
  const [only] = group;
  if (group.length === 1 && only !== undefined) return only.isRequired ? [loneRequired(only)] : [];
  const idle = group.filter(({ isNegated, isRequired }) => isNegated && !isRequired);
  return idle.length > 1 ? [idleNegations(idle)] : [];
}

function loneRequired({ name }: Specification): FormatFault {
  return {
    severity: 'low',
    title: 'Required on a lone condition',
    why: `“${name}” is the only one of its kind: “required” changes nothing there.`,
    mend: 'Take the flag away; nothing else changes.',
  };
}

function idleNegations(idle: readonly Specification[]): FormatFault {
  const names = idle.map(({ name }) => `“${name}”`).join(' and ');
  return {
    severity: 'high',
    title: 'Negations that do nothing',
    why: `${names} are negated and not required: one that holds is enough, so nearly everything passes.`,
    mend: 'Mark each of them as required.',
  };
}

function yearFault({ name, isNegated }: Specification): FormatFault {
  return {
    severity: 'medium',
    title: 'A year on files',
    why: `The server knows no year of a file: “${name}” ${isNegated ? 'always' : 'never'} holds for one, and scores a release otherwise than its file.`,
    mend: 'Leave the year to the search, or expect another score after import.',
  };
}
