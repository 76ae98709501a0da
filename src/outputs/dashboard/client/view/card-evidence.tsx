import type { JSX } from 'preact';
import { markText, mostMatched } from '../logic/mark-text.ts';
import { texts } from '../logic/messages.ts';
import { type Page, usePage } from './page-context.ts';
import type { EvidenceState } from './use-evidence.ts';

interface CardEvidenceProps {
  readonly file: Page['model']['files'][number];
  readonly evidence: EvidenceState;
}

/** The text that was matched, with the places where formats with points found something. */
export function CardEvidence({ file, evidence }: CardEvidenceProps): JSX.Element {
  return (
    <>
      <h3>{texts.matchedText}</h3>
      {evidence.kind === 'found' ? (
        <Found file={file} evidence={evidence} />
      ) : (
        <p class="dim sm">{notes[evidence.kind]}</p>
      )}
    </>
  );
}

const notes = { asked: '…', overrun: texts.overrun, redacted: texts.redactedEvidence } as const;

interface FoundProps {
  readonly file: CardEvidenceProps['file'];
  readonly evidence: Extract<EvidenceState, { readonly kind: 'found' }>;
}

function Found({ file, evidence }: FoundProps): JSX.Element {
  const { numbers } = usePage();
  const scored = new Set(file.formats.filter(({ score }) => score !== 0).map(({ id }) => id));
  const reasons = [...evidence.reasons.values()].filter(({ formatId }) => scored.has(formatId));
  const whole = mostMatched(reasons);
  if (whole === null) return <p class="dim sm">{texts.noEvidence}</p>;
  const heaviest = file.formats
    .filter(({ id }) => evidence.reasons.get(id)?.text?.whole === whole)
    .toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score))[0];
  const found = heaviest === undefined ? null : (evidence.reasons.get(heaviest.id)?.text ?? null);
  return (
    <>
      <p class="rel">
        <code>
          <bdi>
            {markText(whole, reasons).map(({ text, isMarked }, at) =>
              isMarked ? <mark key={at}>{text}</mark> : text,
            )}
          </bdi>
        </code>
      </p>
      <p class="dim sm">
        {whole === file.sceneName ? texts.sceneName : texts.pathName}{' '}
        {heaviest === undefined || found === null
          ? ''
          : texts.matchedAt(
              heaviest.name,
              found.whole.slice(found.from, found.to),
              numbers.count(found.from + 1),
            )}
      </p>
    </>
  );
}
