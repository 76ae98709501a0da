import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { decisionSteps } from '../logic/card-facts.ts';
import { texts } from '../logic/messages.ts';
import { timelineOf } from '../logic/timeline.ts';
import { Icon } from './icon.tsx';
import { type Page, usePage } from './page-context.ts';
import { Time } from './parts.tsx';

interface FileProps {
  readonly file: Page['model']['files'][number];
}

/** Would the server take a better release: step by step. */
export function CardDecision({ file }: FileProps): JSX.Element {
  const { model, numbers } = usePage();
  return (
    <>
      <h3>{texts.wouldTake}</h3>
      <ol class="path">
        {decisionSteps(model, file, numbers).map(({ isStop, text }) => (
          <li key={text} class={isStop ? 'stop' : 'ok'}>
            <Icon name={isStop ? 'minus' : 'check'} />
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What happened to this file's place, newest first. */
export function CardHistory({ file }: FileProps): JSX.Element {
  const { model, numbers } = usePage();
  const entries = useMemo(() => timelineOf(model, file, numbers), [model, file, numbers]);
  return (
    <>
      <h3>{texts.history}</h3>
      {entries.length === 0 ? <p class="dim sm">{texts.noHistory}</p> : null}
      <ol class="tl">
        {entries.map(({ at, what, why, text, score }, index) => (
          <li key={index}>
            <Time at={at} />
            <span>
              <b>{what}</b> <small>{why}</small>
              {text === '' ? null : <code>{text}</code>}
            </span>
            <span class="n">{score === null ? '' : numbers.count(score)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
