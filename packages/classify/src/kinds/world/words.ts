// Words for numbers that are digits only: a country's own language and English, since words of ten languages beside bare
// digits would name too much.

export const LICENCE_WORDS_IN_ENGLISH: readonly string[] = [
  'driving licence',
  'driving license',
  'driver licence',
  'driver license',
  "driver's licence",
  "driver's license",
  'drivers license',
  'drivers licence',
  'licence number',
  'license number',
];
