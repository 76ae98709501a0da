import { useEffect, useRef, useState } from 'preact/hooks';

const waitMs = 120;

/** A text that is typed at once and told a moment later, so that typing stays quick over 100,000 rows. */
export function useLater(
  outer: string,
  tell: (text: string) => void,
): readonly [(text: string) => void, string] {
  const [text, setText] = useState(outer);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    if (timer.current === undefined) setText(outer);
  }, [outer]);
  const later = (next: string): void => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      tell(next);
    }, waitMs);
  };
  return [later, text];
}
