// The part of `linebreak` that is used: break opportunities of UAX #14. The package brings no types.
declare module 'linebreak' {
  interface Break {
    /** Index of the code unit before which the line may end. */
    readonly position: number;
    /** Whether it has to end there. */
    readonly required: boolean;
  }
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
