import { itemKey } from '../changes/slots-of.ts';
import { instanceKey } from '../instance.ts';
import { isMonitored, type MediaFile } from '../media-file.ts';
import { type FilterField, flagField, listField, orderedField, textField } from './filter-field.ts';
import { momentField } from './moment-field.ts';
import { byteSize, wholeNumber } from './number-kinds.ts';

/** What a filter can ask of a file, in the order in which people are told. */
export const fileFields: readonly FilterField<MediaFile>[] = [
  orderedField('score', wholeNumber, ({ score }) => score),
  textField('profile', ({ profile }) => profile.name),
  listField('format', ({ formats }) => formats.map(({ name }) => name)),
  flagField('monitored', isMonitored),
  textField('quality', ({ quality }) => quality.name),
  textField('group', ({ releaseGroup }) => releaseGroup ?? ''),
  listField('instance', ({ service, instance: name }) => [name, instanceKey({ service, name })]),
  orderedField('size', byteSize, ({ sizeBytes }) => sizeBytes),
  momentField('added', ({ dateAdded }) => dateAdded.getTime()),
  textField('title', ({ item }) => item.title),
  orderedField('season', wholeNumber, ({ part }) => part?.season ?? Number.NaN),
  textField('scene', ({ sceneName }) => sceneName ?? ''),
  textField('item', ({ item, service }) => itemKey(item, service)),
  orderedField('file', wholeNumber, ({ fileId }) => fileId),
  orderedField('profile-id', wholeNumber, ({ profile }) => profile.id),
  listField('format-id', ({ formats }) => formats.map(({ id }) => String(id))),
];
