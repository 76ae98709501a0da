import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type FormatHit, isMonitored, sumOfFormats } from '../../../../model/media-file.ts';
import { describeWay } from '../../../../scoring/describe-needed.ts';
import { culpritOf, neededBy } from '../logic/card-facts.ts';
import { messages, texts } from '../logic/messages.ts';
import { type Page, usePage } from './page-context.ts';
import { Bdi, Rich, State, Unmonitored } from './parts.tsx';
import type { EvidenceState } from './use-evidence.ts';

/** A contribution longer than this is torn; its figure is whole. */
const longest = 3_000;

interface CardScoreProps {
  readonly at: number;
  readonly file: Page['model']['files'][number];
  readonly evidence: EvidenceState;
}

/** Score and state, what a release needs, and the points of each format. */
export function CardScore({ at, file, evidence }: CardScoreProps): JSX.Element {
  const { model, numbers } = usePage();
  const culprit = culpritOf(file);
  const [way] = neededBy(model, file).ways;
  return (
    <>
      <div class="csum">
        <p class="cs">
          <strong>{numbers.count(file.score)}</strong>
          <span>{texts.points}</span>
        </p>
        <div>
          <State label={model.labels[at] ?? 'closed'} /> {isMonitored(file) ? null : <Unmonitored />}
          <p>
            {way === undefined ? texts.nothingNeeded : texts.releaseNeeds(describeWay(way))}{' '}
            {culprit === null ? null : (
              <Rich
                text={texts.withoutFormat(
                  culprit.name.replaceAll('**', ''),
                  numbers.count(culprit.scoreWithout),
                )}
              />
            )}
          </p>
        </div>
      </div>
      <h3>{texts.scoreByFormat}</h3>
      <Contributions file={file} evidence={evidence} />
    </>
  );
}

function Contributions({ file, evidence }: Omit<CardScoreProps, 'at'>): JSX.Element {
  const { numbers } = usePage();
  const [isWhole, setWhole] = useState(false);
  const sorted = file.formats.toSorted((a, b) => b.score - a.score);
  const worth = sorted.filter(({ score }) => score !== 0);
  const shown = isWhole ? sorted : worth;
  const zeros = sorted.length - worth.length;
  const sum = sumOfFormats(file.formats);
  const isTorn = worth.some(({ score }) => Math.abs(score) > longest);
  if (sorted.length === 0) return <p class="dim">{texts.noFormat}</p>;
  return (
    <>
      <table class="contrib" style={{ '--z': zeroOf(worth) }}>
        <caption class="vh">{texts.scoreByFormat}</caption>
        <thead class="vh">
          <tr>
            <th scope="col">{texts.format}</th>
            <th scope="col">{messages.chart}</th>
            <th scope="col">{texts.points}</th>
            <th scope="col">{texts.matchedText}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((hit) => (
            <Contribution key={hit.id} hit={hit} all={worth} evidence={evidence} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.score}</th>
            <td class="dim sm">{sum === file.score ? texts.equalSum : texts.otherSum(numbers.count(sum))}</td>
            <td class="n">{numbers.count(file.score)}</td>
            <td class="ev" />
          </tr>
        </tfoot>
      </table>
      <p class="dim sm">
        {isTorn ? texts.torn : ''}{' '}
        {zeros === 0 ? null : (
          <>
            {texts.zeroFormats(numbers.count(zeros))}
            <button type="button" class="txt" onClick={() => setWhole(!isWhole)}>
              {isWhole ? texts.hideThem : texts.showThem}
            </button>
          </>
        )}
      </p>
    </>
  );
}

function cut(score: number): number {
  return Math.min(longest, Math.abs(score));
}

/** Both sides share one scale; zero stands where the data puts it. */
function sides(hits: readonly FormatHit[]): { readonly minus: number; readonly plus: number } {
  const minus = Math.max(0, ...hits.filter(({ score }) => score < 0).map(({ score }) => cut(score)));
  const plus = Math.max(0, ...hits.filter(({ score }) => score > 0).map(({ score }) => cut(score)));
  return { minus, plus: plus + minus === 0 ? 1 : plus };
}

function zeroOf(hits: readonly FormatHit[]): string {
  const { minus, plus } = sides(hits);
  return `${((minus / (minus + plus)) * 98 + 1).toFixed(1)}%`;
}

interface ContributionProps {
  readonly hit: FormatHit;
  readonly all: readonly FormatHit[];
  readonly evidence: EvidenceState;
}

function Contribution({ hit, all, evidence }: ContributionProps): JSX.Element {
  const { numbers } = usePage();
  const { minus, plus } = sides(all);
  const width = `${((cut(hit.score) / (minus + plus)) * 98).toFixed(1)}%`;
  const kind = `${hit.score < 0 ? 'neg' : 'pos'} ${Math.abs(hit.score) > longest ? 'cut' : ''}`;
  const reason = evidence.kind === 'found' ? evidence.reasons.get(hit.id) : undefined;
  const found = reason?.text ?? null;
  return (
    <tr>
      <th scope="row">
        <Bdi text={hit.name} />
      </th>
      <td class="dv" aria-hidden={true}>
        <span class="dvb">{hit.score === 0 ? null : <i class={kind} style={{ width }} />}</span>
      </td>
      <td class="n">{numbers.signed(hit.score)}</td>
      <td class="ev">
        {found === null ? (
          <small>{reason?.actual ?? ''}</small>
        ) : (
          <code>{found.whole.slice(found.from, found.to).slice(0, 60)}</code>
        )}
      </td>
    </tr>
  );
}
