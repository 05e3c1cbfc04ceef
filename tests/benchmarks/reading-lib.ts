/** What the benchmark of reading takes from the library, to be bundled for Node. */
export { guessMapping } from '#lib/formats/guess.ts';
export { interpret } from '#lib/formats/interpret.ts';
export { readNative } from '#lib/formats/native.ts';
export { outletOf } from '#lib/formats/out.ts';
export { stageFile } from '#lib/formats/stage.ts';
