// Writes data/demo anew from the scripts beside this file: node scripts/demo/make.mjs
// The result is the same to the byte each time.

import { mkdirSync, writeFileSync } from 'node:fs';
import { apiFile } from './api.mjs';
import { readDemo } from './script.mjs';
import { storifyFile } from './storify.mjs';
import { tagsFile } from './tags.mjs';

const TARGET = new URL('../../data/demo/', import.meta.url);

const { sessions } = readDemo();
const [, second, third] = sessions;
mkdirSync(TARGET, { recursive: true });
const write = (name, content) => writeFileSync(new URL(name, TARGET), content);

write('tags-iaedchat-april-2016.csv', tagsFile(sessions.flat()));
// Two people's replies were deleted before the file was fetched.
write('iaedchat-weeks-2-and-3.jsonl', apiFile([...second, ...third].filter((tweet) => !tweet.flags.has('gone'))));
write('storify-iaedchat-2016-04-17.html', storifyFile(third));
