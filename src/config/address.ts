import { harmless } from './harmless.ts';

/** An address that can be used, or what is wrong with it. */
export type Address =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly message: string; readonly hint: string };

/** Judges the address of a server; a good one comes back without a slash at the end. */
export function checkAddress(text: string): Address {
  const trimmed = text.trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return noAddress(trimmed);
  const url = new URL(trimmed);
  const wrong = wrongPart(url);
  if (wrong !== null) return { ok: false, ...wrong };
  return { ok: true, url: withoutSlash(url) };
}

function wrongPart(url: URL): { readonly message: string; readonly hint: string } | null {
  if (url.username !== '' || url.password !== '') {
    return {
      message: 'holds a user name or password',
      hint: 'Take it out; a gateway is told by headers: Authorization',
    };
  }
  if (url.search !== '' || url.hash !== '') {
    return { message: 'holds more than an address', hint: `Write ${withoutSlash(url)}` };
  }
  const shorter = url.pathname.replace(/\/(api(\/v\d)?|login)\/*$/i, '');
  if (shorter === url.pathname) return null;
  return {
    message: `ends in ${url.pathname.slice(shorter.length).replace(/\/+$/, '')}, which is added by itself`,
    hint: `Write ${url.origin}${shorter}`,
  };
}

function withoutSlash({ origin, pathname }: URL): string {
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

function noAddress(text: string): Address {
  const message = `${harmless(text)} is no address`;
  const bare = text.replace(/^[a-z]*:?\/+/i, '');
  const guess = `http://${bare}`;
  const isClose = /^(?!\d+$)[\w.[\]:-]+(\/[\w/.-]*)?$/.test(bare) && URL.canParse(guess);
  if (!isClose || harmless(text) !== `"${text}"`) {
    return { ok: false, message, hint: 'Write one such as http://localhost:7878' };
  }
  return { ok: false, message, hint: `Write ${withoutSlash(new URL(guess))}` };
}
