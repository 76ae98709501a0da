/** The first column of every key. */
export interface OfTenant {
  readonly tenant: number;
}

/** The first columns of the key of what belongs to an instance. */
export interface OfInstance extends OfTenant {
  /** Surrogate of service and name. */
  readonly instance: number;
}
