// @vigie/exposure is where probe meets classify: the only code that ever sees a value, and it forgets it.
export {};
