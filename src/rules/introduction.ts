import { foldText, spoken, straighten } from './fold.ts';

const CALL =
  /\bintroduc(?:e|ing) your ?sel(?:f|ves)\b|\btell us (?:your name|who you are|where you)|\bname,? (?:role|location|what you do|position|school)/;
const ROLE =
  /\b(?:teacher|principal|coach|educator|librarian|superintendent|administrator|admin|counsel(?:l)?or|student teacher|director|professor|specialist|coordinator|consultant|paraeducator|instructor|\d(?:st|nd|rd|th) grade|grade \d|k-\d+)\b/;
const PLACE = /\b(?:from|in|outside|near|here in)\s+[a-z]/;
const GREETING = /^(?:good (?:evening|morning|afternoon)|hi|hello|hey|howdy|greetings|evening|morning)\b/;
const LATE =
  /\b(?:lurk(?:ing|er)?\b|just here to learn|late to the (?:party|chat)|join(?:ing)? (?:in )?(?:a bit |a little )?late|sorry (?:i'm|im|to be) late|popping in|stopping by|checking in)/;

const NAMED_FROM = /^\W*\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]*)?,? (?:here )?from \p{Lu}/u;

/** What kind of introduction a tweet is: the call for them, somebody's own, or somebody who only reads or comes late. */
export function introduction(text: string): 'call' | 'self' | 'late' | null {
  const plain = spoken(foldText(text));
  if (CALL.test(plain)) return 'call';
  if (LATE.test(plain) && plain.length < 110) return 'late';
  if (GREETING.test(plain) && (ROLE.test(plain) || PLACE.test(plain) || plain.length < 40)) return 'self';
  if (plain.length < 40 && NAMED_FROM.test(straighten(text))) return 'self';
  return ROLE.test(plain) && /(?:^[^.?]{0,40},|\bhere\b|^i'?m\b|^my name)/.test(plain) && PLACE.test(plain) && plain.length < 110
    ? 'self'
    : null;
}
