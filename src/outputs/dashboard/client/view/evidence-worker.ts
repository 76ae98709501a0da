import { type EvidenceQuestion, findEvidence } from '../logic/evidence.ts';

/** A thread of its own: a pattern that never ends can only be ended with its thread. */
addEventListener('message', ({ data }: MessageEvent<EvidenceQuestion>) => {
  postMessage(findEvidence(data));
});
