import { cutoffLabel } from '../../model/cutoff-state.ts';
import { instanceKey } from '../../model/instance.ts';
import { partLabel } from '../../model/part.ts';
import type { Explained, ExplainedFile, ExplainedRelease } from '../../pipeline/explain.ts';
import { historyRecord } from '../../pipeline/history-record.ts';
import { describeReason } from '../../scoring/decision/describe-reason.ts';
import { describeShutWay, describeWay } from '../../scoring/describe-needed.ts';

/** All that was explained, for programs. */
export function explainedJson({ files, releases }: Explained): string {
  const told = { files: files.map(fileRecord), releases: releases.map(releaseRecord) };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function fileRecord({ instance, file, past, ...explained }: ExplainedFile): object {
  const { matched, nearMisses, state, needed, ceiling, doubts } = explained.card();
  return {
    key: `${instanceKey(instance)}#${file.fileId}`,
    title: file.item.title,
    year: file.item.year,
    part: file.part === null ? null : partLabel(file.part),
    profile: file.profile.name,
    relativePath: file.relativePath,
    quality: file.quality.name,
    sizeBytes: file.sizeBytes,
    dateAdded: file.dateAdded.toISOString(),
    score: file.score,
    minimum: file.profile.minFormatScore,
    cutoff: file.profile.cutoffFormatScore,
    bestSeen: ceiling.bestSeen,
    bound: ceiling.bound.score,
    verdict: ceiling.verdict,
    label: cutoffLabel(state),
    state,
    formats: matched,
    nearMisses,
    needed: {
      ways: needed.ways.map((way) => ({ ...way, text: describeWay(way) })),
      shut: needed.shut.map((way) => ({ ...way, text: describeShutWay(way) })),
    },
    doubts,
    timeline: past === null ? null : past.timeline.map(historyRecord),
  };
}

function releaseRecord({ instance, card }: ExplainedRelease): object {
  const { title, parsed, item, profile, formats, score, files, reasons, problems } = card;
  return {
    instance: instanceKey(instance),
    title,
    item: { title: item.title, year: item.year },
    profile: profile.name,
    quality: parsed.quality.name,
    score,
    formats,
    isTaken: reasons.length === 0,
    reasons: reasons.map((reason) => ({ reason, text: describeReason(reason) })),
    onDisk: files.map((file) => ({
      fileId: file.fileId,
      quality: file.quality.name,
      score: file.score,
      relativePath: file.relativePath,
    })),
    problems,
  };
}
