/** A rule of the server that matches a file or not. */
export interface CustomFormat {
  readonly id: number;
  readonly name: string;
  /** Whether `{Custom Formats}` in a naming template writes it into file names. */
  readonly includedWhenRenaming: boolean;
  readonly specifications: readonly Specification[];
}

/** One condition of a custom format. */
export interface Specification {
  readonly name: string;
  /** The server's class name: `ReleaseTitleSpecification`. */
  readonly implementation: string;
  readonly isNegated: boolean;
  readonly isRequired: boolean;
  /** By the server's field name: `value`, `exceptLanguage`, `min`, `max`; what the server left out is absent. */
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** What a field of a specification can hold. */
export type FieldValue = string | number | boolean | null;
