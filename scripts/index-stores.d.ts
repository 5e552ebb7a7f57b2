/** The text of the index for the files that are in the folder now. */
export declare function storesIndex(): string;
