import { type Document, LineCounter, type Node, parseDocument, type YAMLParseError } from 'yaml';
import type { Place } from './problem.ts';
import type { Finding } from './setting.ts';

/** A YAML text, and where in it everything is. */
export interface YamlFile {
  readonly document: Document.Parsed | Document<Node>;
  readonly placeAt: (offset: number) => Place;
  /** Where the text is no YAML; what could be read is in `document` all the same. */
  readonly faults: readonly Finding[];
  /** Whether the faults make the rest of the text unreliable. */
  readonly isBroken: boolean;
}

/** Reads a YAML text with merge keys; tags such as `!secret` stay on their nodes. Never throws. */
export function parseYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  // No pretty errors: they quote the line, and the line may hold a key.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const faults = document.errors.map((error) => faultOf(error, placeAt(error.pos[0])));
  const isBroken = document.errors.some(({ code }) => code !== 'DUPLICATE_KEY');
  return { document, placeAt, faults: oneALine(faults), isBroken };
}

/** One slip makes the parser stumble several times on the same line. */
function oneALine(faults: readonly Finding[]): readonly Finding[] {
  return faults.filter(
    ({ place }, index) => faults.findIndex((other) => other.place?.line === place?.line) === index,
  );
}

const sentences: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  DUPLICATE_KEY: ['this key is there twice', 'Take one out'],
  TAB_AS_INDENT: ['a tab at the start of a line', 'YAML is indented with blanks only'],
  BAD_INDENT: ['the indentation fits no line above', 'Line keys of one block up'],
  MULTIPLE_DOCS: ['a second document begins here', 'Take the line "---" out'],
  MISSING_CHAR: ['something is not closed', 'Look for a missing quote, bracket or colon'],
  MULTILINE_IMPLICIT_KEY: ['a key without a colon', 'Write key: value'],
  BLOCK_AS_IMPLICIT_KEY: ['two keys on one line, or a line that is indented too far', 'Write one key a line'],
  BAD_SCALAR_START: ['a value cannot begin with this sign', 'Put the value in quotes'],
  BAD_DQ_ESCAPE: ['a backslash that means nothing in double quotes', 'Use single quotes'],
  BAD_ALIAS: ['an alias without a name', 'Put a value that begins with * in quotes'],
};

/** The parser calls a list or map that is never closed badly indented, too. */
function codeOf({ code, message }: YAMLParseError): string {
  return code === 'BAD_INDENT' && message.startsWith('Flow ') ? 'MISSING_CHAR' : code;
}

function faultOf(error: YAMLParseError, place: Place): Finding {
  const [message, hint] = sentences[codeOf(error)] ?? [
    'this is no YAML',
    'Look at this line and the one above',
  ];
  return { path: [], message, hint, place, meant: null };
}
