/** Words that say how others belong together, and nothing of what a text is about. */
import { eng } from 'stopword';

/** English function words, folded. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(eng);
