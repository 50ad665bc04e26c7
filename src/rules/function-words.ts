/**
 * Words that say how others belong together, and nothing of what a text is about. A list of our own: the library of stop words
 * comes in one piece with those of sixty languages, which every search would load.
 */
const ARTICLES_AND_PRONOUNS = `a an the this that these those i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
she her hers herself it its itself they them their theirs themselves who whom whose which what`;
const LITTLE_VERBS = 'am is are was were be been being do does did have has had having will would shall should can could may might must';
const JOINING = `and or but nor so yet if then than as because while when where how why of at by for with about to from in on into onto upon over under
off out up down through between before after during until since without within`;
const OTHERS = 'not no there here also too very just only some any each both all such same own more most other';

/** English function words, folded. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [ARTICLES_AND_PRONOUNS, LITTLE_VERBS, JOINING, OTHERS].flatMap((words) => words.split(/\s+/)),
);
