import type { JSX } from 'preact';
import { messages } from '../logic/messages.ts';
import { addressesOf, failedInstances } from '../logic/trouble.ts';
import { copyText } from './download.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';

/** Servers answered, and there is no file. */
export function EmptyPage(): JSX.Element {
  const { model } = usePage();
  return (
    <div class="blank">
      <Icon name="files" />
      <h2>{messages.emptyTitle(addressesOf(model.report.library.instances))}</h2>
      <p>{messages.emptyText}</p>
      <p class="acts">
        <a class="btn" href="#profiles">
          <Icon name="profiles" />
          <span>{messages.lookAtProfiles}</span>
        </a>
        <AboutLink />
      </p>
    </div>
  );
}

/** No server answered: never drawn like an empty library. */
export function FailedPage(): JSX.Element {
  const { model } = usePage();
  const failed = failedInstances(model);
  const details = failed.map(({ address, what, hint }) => `${address}: ${what}. ${hint}`).join('\n');
  return (
    <div class="blank bad">
      <Icon name="plug" />
      <h2>{messages.failedTitle(addressesOf(model.report.library.instances))}</h2>
      {failed.map(({ address, what, hint }) => (
        <p key={address}>
          <b>{what}.</b> {hint}
        </p>
      ))}
      <p>{messages.failedText}</p>
      <ol class="howto">
        {messages.failedSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="acts">
        <AboutLink />
        <button type="button" class="btn" onClick={() => void copyText(details)}>
          <Icon name="copy" />
          <span>{messages.copyDetails}</span>
        </button>
      </p>
    </div>
  );
}

function AboutLink(): JSX.Element {
  return (
    <a class="btn" href="#about">
      <Icon name="about" />
      <span>{messages.pages.about}</span>
    </a>
  );
}

/** The frame of a page while the data is unpacked: blocks of the final sizes. */
export function LoadingPage({ message }: { readonly message: string }): JSX.Element {
  const block = (span: string, lines: number): JSX.Element => (
    <section class={`panel ${span}`} aria-hidden={true}>
      <div class="pad skp">
        {Array.from({ length: lines }, (_, at) => (
          <span
            key={at}
            class="sk"
            style={{ width: `${at === 0 ? 40 : 90 - at * 3}%`, height: at === 0 ? '28px' : '12px' }}
          />
        ))}
      </div>
    </section>
  );
  return (
    <main id="main" class="loading">
      <header class="pg">
        <div>
          <h1>{messages.product}</h1>
          <p class="lede" role="status">
            {message}
          </p>
        </div>
      </header>
      <progress class="pgb" aria-label={message} />
      <div class="grid" aria-busy={true}>
        {block('c4', 5)}
        {block('c8', 5)}
        {block('c12', 8)}
      </div>
    </main>
  );
}

/** The data in the file is damaged. */
export function BrokenPage(): JSX.Element {
  return (
    <main id="main">
      <div class="blank bad">
        <Icon name="plug" />
        <h1>{messages.broken}</h1>
        <p>{messages.brokenText}</p>
      </div>
    </main>
  );
}
