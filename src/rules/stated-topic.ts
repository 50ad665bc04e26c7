import { closeUp, foldText, spoken, straighten } from './fold.ts';

const WHEN = String.raw`(?:tonight|today|this (?:evening|morning|week)|this week's chat)`;
const TALK = String.raw`(?:talk(?:ing)?(?: all)?(?: about)?|discuss(?:ing)?|focus(?:ing|ed)?(?: on| in on)?|chat(?:ting)? (?:about|on)|explor(?:e|ing)|recap(?:ping)?|reflect(?:ing)? on|div(?:e|ing) into|tackl(?:e|ing)|look(?:ing)? at|cover(?:ing)?|delv(?:e|ing) into|examin(?:e|ing))`;

/** A topic, and how plainly it was stated: 0 is the surest. */
export interface StatedTopic {
  readonly topic: string;
  readonly rank: number;
}

/** From the surest statement to the loosest; each ends with what the topic is. */
const STATEMENTS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:tonight's|today's|this week's|our|the)\s+(?:chat\s+|discussion\s+|#\S+\s+)?(?:topics?|theme|subject)\s*(?:(?:(?:for|of)\s+)?(?:tonight|today|this week)(?:'s chat)?\s*)?(?:will be|is|are|=|:|-|\?)\s*(?<topic>.+)`,
    'is',
  ),
  /\b(?:our|the|tonight's|today's)\s+topic\b[^.!?:]{0,60}\b(?:will be|is)\s*:\s*(?<topic>.+)/is,
  new RegExp(String.raw`^\W*topics?(?:\s+(?:for\s+)?${WHEN})?\s*[:=-]\s*(?<topic>.+)`, 'is'),
  new RegExp(String.raw`\b(?:tonight|today)(?:'s\s+chat|\s+it)?\s+is\s+(?:all\s+)?about\s+(?<topic>.+)`, 'is'),
  new RegExp(String.raw`\b(?:our|tonight's|today's)\s+focus\s+(?:tonight |today )?(?:will be|is)\s*(?:on )?(?<topic>.+)`, 'is'),
  new RegExp(
    String.raw`\b${WHEN},?\s+(?:\S+ ){0,2}?(?:we'?ll be|we will be|we'?re|we are|we will|we'?ll|is all|is|on \S+ we are)\s+${TALK}(?: about)?\s+(?<topic>.+)`,
    'is',
  ),
  new RegExp(
    String.raw`\bwe(?:'?ll| will| are|'re)(?: be)?\s+(?:just\s+)?${TALK}\s+(?<topic>.+?)\s*\b(?:tonight|today|this evening)\b`,
    'is',
  ),
  new RegExp(
    String.raw`\b(?:welcome to|join (?:us|me|@\w+)|starts? in|begins? in|min(?:ute)?s? (?:to|until|till))\b.*?\b(?:we'?ll be|we will be|we'?re|to|as we)\s+(?:#?chat )?${TALK}\s+(?<topic>.+)`,
    'is',
  ),
  new RegExp(String.raw`\b(?:join|hope|hoping|see you|minutes?)\b.*?\bfor #\S+ (?:to chat|and a discussion of)\s+(?<topic>.+)`, 'is'),
  new RegExp(String.raw`\b(?:starts?|begins?) in [^.!]*[.!]\s*(?<topic>[^.!]+?)\s+(?:is )?tonight's topic`, 'is'),
  new RegExp(
    String.raw`\b(?:welcome to|join us|join|hoping|hope)\b[^.!?]*?(?:\bchat|#\S+)\s+(?:on|about)\s+(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|twitter|\w+ \d)(?<topic>.+)`,
    'is',
  ),
];

/** Further on in a long post nobody states the topic any more. */
const FAR = 600;

/** Words of which every statement has one: most tweets have none. */
const MAY_STATE =
  /topic|theme|subject|focus|tonight|today|this\s+(?:evening|morning|week)|welcome\s+to|join|(?:start|begin)s?\s+in|minute|\bmins?\b|hop(?:e|ing)|see\s+you/;

/** The topic that a tweet states for its session, without tags, links and handles; null when it states none. */
export function statedTopic(text: string): StatedTopic | null {
  const beginning = text.slice(0, FAR);
  if (!MAY_STATE.test(foldText(beginning))) return null;
  const plain = closeUp(straighten(beginning));
  for (const [rank, statement] of STATEMENTS.entries()) {
    const topic = statement.exec(plain)?.groups?.['topic'];
    const clean = topic === undefined ? null : cleanTopic(topic);
    if (clean !== null) return { topic: clean, rank };
  }
  return null;
}

const EMPTY =
  /^(?:this (?:week|evening)|tonight|today|next|some|prep|learning|learn|it|this|that|these|those|them|you|us|me|a lot|lots|some|more|everything|all|you all|with you|the following|here|there|now)\b[^a-z]*$/i;

/** Who leads the talk about it is no part of it. */
const WITH_WHOM = /,?\s+(?:with|w\/|(?:hosted|led|moderated) by)\s+(?:[\w-]+\s+){0,4}@\w.*$/is;

/** A topic as it is shown: one sentence, no tags, no links, no trailing talk; null when nothing is left. */
export function cleanTopic(text: string): string | null {
  const sentence =
    spoken(keepTagWords(straighten(text).replace(WITH_WHOM, '')).replace(/\bhttps?:\S+/g, ' ')).split(
      /(?<=\w{2}|[)"'])[.!?;](?:\s|$)|\s(?=(?:we're|we are|i'm|let's) )|\.\s?\.|\bplease\b|\bremember to\b|\bjoin (?:us|me)\b/i,
    )[0] ?? '';
  const topic = sentence
    .replace(/^(?:about|on|the topic of|all about|our)\s+/i, '')
    .replace(/\s+(?:tonight|today|this (?:week|evening))\b.*$/i, '')
    .replace(/,?\s+at\s+\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b|[ecmp][sd]?t\b).*$/i, '')
    .replace(/\s+(?:at|on|in|for|with|and|during|via)\s*$/i, '')
    .replace(/^[\s"'.:,=-]+|[\s"'.:,=~(&-]+$/g, '')
    .replace(/\s+([,.;:!?])/g, '$1');
  return topic.length < 3 || topic.length > 120 || EMPTY.test(topic) ? null : topic;
}

// A tag inside the sentence is one of its words ("the #elementary #science PEs"); those at the end are only tags.
function keepTagWords(text: string): string {
  const trailing = /(?:\s*(?:[#@]\w+|https?:\S+))+\s*$/.exec(text);
  const end = trailing === null ? text.length : trailing.index + joinedTag(text.slice(0, trailing.index), trailing[0]);
  return text.slice(0, end).replace(/(?<!\w)#(?=[A-Za-z])(?!\w*chat\b)/gi, '');
}

// In "the best of #seeds" the sentence goes on into the first of them: the length of it, or 0.
function joinedTag(before: string, tags: string): number {
  return /\b(?:of|the|with|and|about|using|our|a)$/i.test(before) ? (/^\s*#\w+/.exec(tags)?.[0].length ?? 0) : 0;
}
