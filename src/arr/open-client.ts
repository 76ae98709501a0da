import type { ArrEffects } from './arr-effects.ts';
import { createAsking } from './asking.ts';
import type { ArrClient } from './client.ts';
import { type AnswerReader, readElements, readWholeAnswer } from './parse-answer.ts';
import { createRequester } from './requester.ts';
import type { ArrTarget } from './target.ts';
import { createTransport } from './transport.ts';

/** A client with its connections; disposing of it closes them at once. */
export interface OpenArrClient extends ArrClient, AsyncDisposable {}

/** A client for one server; sends nothing by itself. */
export function openArrClient(target: ArrTarget, effects: ArrEffects): OpenArrClient {
  const transport = createTransport(target);
  let retries = 0;
  let repairedTexts = 0;
  const closing = new AbortController();
  const counted: ArrEffects = {
    ...effects,
    // When one of several calls fails, the others are given up with the client: nothing is asked or told after.
    signal: AbortSignal.any([effects.signal, closing.signal]),
    tell: (event) => {
      if (event.kind === 'retry') retries += 1;
      effects.tell(event);
    },
  };
  const requester = createRequester({ target, effects: counted, transport });
  const { ask, limit } = createAsking({ target, effects: counted, requester });
  const repaired = (texts: number): void => {
    repairedTexts += texts;
  };
  return {
    get: (path, shape) =>
      ask({
        path,
        isList: false,
        begin: () => readWholeAnswer({ url: requester.urlOf(path), shape, repaired }),
        itemsOf: () => 0,
      }),
    list: async (path, shape, { take, restart }) => {
      let isFirst = true;
      const begin = (): AnswerReader<number> => {
        if (!isFirst) restart();
        isFirst = false;
        return readElements({ url: requester.urlOf(path), shape, repaired }, take);
      };
      await ask({ path, isList: true, begin, itemsOf: (count) => count });
    },
    limit,
    traffic: () => ({ requests: requester.requests(), retries, bytes: requester.bytes(), repairedTexts }),
    [Symbol.asyncDispose]: () => {
      closing.abort(new Error('the client was closed'));
      return transport.destroy();
    },
  };
}
