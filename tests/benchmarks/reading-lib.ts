/** What the benchmark of reading takes from the library, to be bundled for Node. */
export { guessMapping } from '#lib/formats/meaning/guess.ts';
export { interpret } from '#lib/formats/meaning/interpret.ts';
export { readNative } from '#lib/formats/native/native.ts';
export { outletOf } from '#lib/formats/out/out.ts';
export { stageFile } from '#lib/formats/stage.ts';
