import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { instanceAddress } from '../../../../model/instance.ts';
import { cardAsMarkdown } from '../logic/card-facts.ts';
import { detailOf } from '../logic/explorer-columns.ts';
import { fileLink } from '../logic/file-link.ts';
import { texts } from '../logic/messages.ts';
import { fileKey } from '../logic/unpack-report.ts';
import { CardDecision, CardHistory } from './card-decision.tsx';
import { CardEvidence } from './card-evidence.tsx';
import { CardScore } from './card-score.tsx';
import { CardStanding } from './card-standing.tsx';
import { copyText } from './download.ts';
import { Icon } from './icon.tsx';
import { type Page, usePage } from './page-context.ts';
import { Bdi } from './parts.tsx';
import { shownRows } from './shown-rows.ts';
import { useEvidence } from './use-evidence.ts';

/** The card of the file that the address names. */
export function Card(): JSX.Element | null {
  const { model, route } = usePage();
  const at = route.file === null ? undefined : model.placeOf(route.file);
  const file = at === undefined ? undefined : model.files[at];
  if (at === undefined || file === undefined) return null;
  return <OpenCard at={at} file={file} />;
}

interface OpenCardProps {
  readonly at: number;
  readonly file: Page['model']['files'][number];
}

function OpenCard({ at, file }: OpenCardProps): JSX.Element {
  const page = usePage();
  const dialog = useDialog(page);
  const evidence = useEvidence(page.model, file);
  const step = (by: number): void => stepFrom(page, at, by);
  return (
    <dialog
      class="sheet"
      ref={dialog}
      aria-labelledby="card-t"
      onKeyDown={(event) => {
        const by = arrows[event.key] ?? 0;
        if (by === 0 || (event.target instanceof Element && event.target.closest('.sb') !== null)) return;
        event.preventDefault();
        step(by);
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) page.go({ file: null });
      }}
    >
      <CardHead file={file} />
      <div class="sb" tabIndex={0} role="region" aria-label={texts.card} key={fileKey(file)}>
        <CardScore at={at} file={file} evidence={evidence} />
        <CardEvidence file={file} evidence={evidence} />
        <CardStanding file={file} />
        <CardDecision file={file} />
        <CardHistory file={file} />
      </div>
      <CardFoot file={file} step={step} />
    </dialog>
  );
}

const arrows: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Opens the dialog, and gives the focus back to where it was. */
function useDialog({ go, route }: Page): { current: HTMLDialogElement | null } {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const { current } = dialog;
    current?.showModal();
    const onClose = (): void => go({ file: null });
    current?.addEventListener('close', onClose);
    return () => {
      current?.removeEventListener('close', onClose);
      const row = document.querySelector(`[data-key="${CSS.escape(route.file ?? '')}"] a`);
      const back = row ?? before;
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  return dialog;
}

function stepFrom({ model, go }: Page, at: number, by: number): void {
  const rows = shownRows.current.length > 0 ? shownRows.current : model.files.map((_, place) => place);
  const next = model.files[rows[rows.indexOf(at) + by] ?? -1];
  if (next !== undefined) go({ file: fileKey(next) }, 'replace');
}

function CardHead({ file }: { readonly file: OpenCardProps['file'] }): JSX.Element {
  const { model, go } = usePage();
  const names = model.report.library.instances.map(({ instance }) => instance);
  return (
    <header class="sh">
      <div>
        <p class="dim">
          <span class="inst">{instanceAddress({ service: file.service, name: file.instance }, names)}</span>{' '}
          {file.profile.name} · {file.quality.name}
        </p>
        <h2 id="card-t">
          <Bdi text={file.item.title} /> <small>{detailOf(file)}</small>
        </h2>
      </div>
      <button
        type="button"
        class="ib"
        autofocus
        aria-label={texts.closeCard}
        onClick={() => go({ file: null })}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}

function CardFoot({
  file,
  step,
}: {
  readonly file: OpenCardProps['file'];
  readonly step: (by: number) => void;
}): JSX.Element {
  const { model, numbers } = usePage();
  const [isCopied, setCopied] = useState(false);
  const link = useMemo(() => fileLink(model, file), [model, file]);
  return (
    <footer class="sf">
      {link === null ? null : (
        <a class="btn pri" href={link.href} target="_blank" rel="noopener noreferrer">
          <Icon name="link" />
          <span>{texts.openIn(link.app)}</span>
        </a>
      )}
      <button
        type="button"
        class="btn"
        onClick={() => {
          void copyText(cardAsMarkdown(model, file, numbers)).then(() => setCopied(true));
        }}
      >
        <Icon name={isCopied ? 'check' : 'copy'} />
        <span>{isCopied ? texts.copied : texts.copyMarkdown}</span>
      </button>
      <span class="pn">
        <button type="button" class="ib" aria-label={texts.previous} onClick={() => step(-1)}>
          <Icon name="up" />
        </button>
        <button type="button" class="ib" aria-label={texts.next} onClick={() => step(1)}>
          <Icon name="down" />
        </button>
      </span>
    </footer>
  );
}
