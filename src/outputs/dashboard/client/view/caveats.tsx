import type { JSX } from 'preact';
import { messages } from '../logic/messages.ts';

/** What cannot be told, and why. */
export function Caveats({ texts }: { readonly texts: readonly string[] }): JSX.Element | null {
  if (texts.length === 0) return null;
  const [shown, more] = [texts.slice(0, 3), texts.slice(3)];
  return (
    <div class="caveats pad-x">
      <ul>
        {shown.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {more.length === 0 ? null : (
        <details>
          <summary>{messages.showAll(String(texts.length))}</summary>
          <ul>
            {more.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
