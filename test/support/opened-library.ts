import type { Service } from '../../src/model/service.ts';
import { type LibrarySource, openLibraries } from '../../src/simulator/open-library.ts';

/** Opens a library once, for simulators that are started again and again. */
export async function openedLibrary(
  service: Service,
  source: LibrarySource = { kind: 'recorded', set: 'own-small' },
): Promise<LibrarySource> {
  const [library] = await openLibraries(service, source);
  if (library === undefined) throw new Error('there is no such library');
  return { kind: 'opened', library };
}
