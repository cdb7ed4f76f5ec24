/** A file that rollup wrote. Only chunks have modules. */
interface Chunk {
  readonly modules?: { readonly [id: string]: { readonly renderedLength: number } };
}

export declare const toNotices: (chunks: readonly Chunk[]) => string;
