import type { JSX } from 'preact';
import { isMonitored } from '../../../../model/media-file.ts';
import { type ColumnKey, detailOf, type ExplorerColumn, languagesOf } from '../logic/explorer-columns.ts';
import { messages, texts } from '../logic/messages.ts';
import { instanceKeyOf, type PageModel } from '../logic/page-model.ts';
import { fileKey } from '../logic/unpack-report.ts';
import { CellView, Title } from './cells.tsx';
import { usePage } from './page-context.ts';
import { Bdi, State, Time, Unmonitored } from './parts.tsx';

type File = PageModel['files'][number];

/** One row of the explorer. */
export interface ExplorerRowProps {
  /** Place in the view. */
  readonly index: number;
  /** Place of the file. */
  readonly at: number;
  readonly file: File;
  readonly columns: readonly ExplorerColumn[];
  readonly isSelected: boolean;
  readonly toggle: (at: number, isOn: boolean) => void;
  readonly measure: ((element: Element | null) => void) | null;
}

/** A file as a row, or as a card on a phone. */
export function ExplorerRow(props: ExplorerRowProps): JSX.Element {
  const { index, at, file, columns, isSelected, toggle, measure } = props;
  const { route, go } = usePage();
  const key = fileKey(file);
  const isOpen = route.file === key;
  return (
    <tr
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-key={key}
      class={isSelected || isOpen ? 'sel' : ''}
      {...(measure === null ? {} : { ref: measure })}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a, label, input') === null)
          go({ file: key });
      }}
    >
      <td role="cell" class="m-hide" data-l={texts.select}>
        <label class="cb">
          <input
            type="checkbox"
            checked={isSelected}
            aria-label={texts.selectFile(file.item.title)}
            onChange={(event) => toggle(at, event.currentTarget.checked)}
          />
          <span />
        </label>
      </td>
      {columns.map(({ key: column, isNumber, rank, place }) => (
        <td
          key={column}
          role="cell"
          class={`${isNumber ? 'n' : ''} ${rank} ${place}`}
          data-l={texts.column[column]}
        >
          <Value column={column} file={file} at={at} />
        </td>
      ))}
    </tr>
  );
}

function Value({
  column,
  file,
  at,
}: {
  readonly column: ColumnKey;
  readonly file: File;
  readonly at: number;
}): JSX.Element {
  const { model, numbers } = usePage();
  switch (column) {
    case 'title':
      return (
        <Title
          cell={{ kind: 'title', title: file.item.title, detail: detailOf(file), fileKey: fileKey(file) }}
        />
      );
    case 'state':
      return <State label={model.labels[at] ?? 'closed'} />;
    case 'score':
      return <>{numbers.count(file.score)}</>;
    case 'gap':
      return <>{numbers.count(file.profile.cutoffFormatScore - file.score)}</>;
    case 'size':
      return <>{numbers.bytes(file.sizeBytes)}</>;
    case 'added':
      return <Time at={file.dateAdded} />;
    case 'formats':
      return (
        <CellView
          cell={{ kind: 'formats', formats: file.formats.filter(({ score }) => score !== 0) }}
          type="formats"
        />
      );
    case 'monitored':
      return isMonitored(file) ? <span>{messages.yes}</span> : <Unmonitored />;
    case 'quality':
    case 'group':
    case 'instance':
    case 'profile':
    case 'release':
    case 'path':
    case 'languages':
      return <TextValue text={textOf(column, file)} />;
  }
}

function TextValue({ text }: { readonly text: string }): JSX.Element {
  return text === '' ? <span class="dim">{messages.none}</span> : <Bdi text={text} />;
}

type TextColumn = 'quality' | 'group' | 'instance' | 'profile' | 'release' | 'path' | 'languages';

function textOf(column: TextColumn, file: File): string {
  switch (column) {
    case 'quality':
      return file.quality.name;
    case 'group':
      return file.releaseGroup ?? '';
    case 'instance':
      return instanceKeyOf(file);
    case 'profile':
      return file.profile.name;
    case 'release':
      return file.sceneName ?? '';
    case 'path':
      return file.path;
    case 'languages':
      return languagesOf(file);
  }
}
