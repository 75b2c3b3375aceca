/** The data of a job, with the span that sent it as W3C Trace Context writes it. */
export type Traced<Data> = Data & { readonly traceparent?: string };

export function withTrace<Data extends object>(
  data: Data,
  traceparent: string | undefined,
): Traced<Data> {
  return traceparent === undefined ? data : { ...data, traceparent };
}
