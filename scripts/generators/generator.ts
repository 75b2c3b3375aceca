/** Something that writes one generated file from what the repository holds. */
export type Generator = {
  /** Relative to the repository; called `<name>.gen.<extension>`. */
  output: string;
  produce: () => string | Promise<string | Uint8Array>;
};
