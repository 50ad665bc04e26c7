/** How far something is, in a line. */
import { number } from './words.ts';

const LENGTH = 20;

/** `Following short links ████████░░░░░░░░░░░░ 420 of 1,000` */
export function progressBar(words: string, done: number, all: number): string {
  const filled = all === 0 ? LENGTH : Math.floor((LENGTH * Math.min(done, all)) / all);
  return `${words} ${'█'.repeat(filled)}${'░'.repeat(LENGTH - filled)} ${number(done)} of ${number(all)}`;
}
