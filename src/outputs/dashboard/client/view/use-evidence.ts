import { useEffect, useState } from 'preact/hooks';
import { instanceKey } from '../../../../model/instance.ts';
import type { FormatReason } from '../logic/evidence.ts';
import type { PageModel } from '../logic/page-model.ts';
import EvidenceWorker from './evidence-worker.ts?worker&inline';

/** Evidence of one file, or what became of the question. */
export type EvidenceState =
  | { readonly kind: 'asked' | 'overrun' | 'redacted' }
  | { readonly kind: 'found'; readonly reasons: ReadonlyMap<number, FormatReason> };

const limitMs = 2_000;
let worker: Worker | null = null;

/** Asks a thread why the formats of a file match; a pattern that runs too long is ended with it. */
export function useEvidence(model: PageModel, file: PageModel['files'][number]): EvidenceState {
  const [state, setState] = useState<EvidenceState>({ kind: 'asked' });
  useEffect(() => {
    const instance = model.report.library.instances.find(
      (one) => one.instance.name === file.instance && one.instance.service === file.service,
    );
    if (model.report.isRedacted || instance === undefined) return setState({ kind: 'redacted' });
    setState({ kind: 'asked' });
    worker ??= new EvidenceWorker();
    const asked = worker;
    const answer = ({ data }: MessageEvent<readonly FormatReason[]>): void => {
      clearTimeout(timer);
      setState({ kind: 'found', reasons: new Map(data.map((reason) => [reason.formatId, reason])) });
    };
    const timer = setTimeout(() => {
      asked.terminate();
      worker = null;
      setState({ kind: 'overrun' });
    }, limitMs);
    asked.addEventListener('message', answer, { once: true });
    asked.postMessage({
      instanceKey: instanceKey(instance.instance),
      formats: instance.rules.formats,
      service: file.service,
      isWindows: instance.server.isWindows,
      file,
    });
    return () => {
      clearTimeout(timer);
      asked.removeEventListener('message', answer);
    };
  }, [model, file]);
  return state;
}
