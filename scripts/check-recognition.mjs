#!/usr/bin/env node
// Reads the scorer's JSON from standard input and fails when a figure fell below what was reached.
const FLOORS = {
  'sessions precision': [(report) => report.sessions.precision, 1],
  'sessions recall': [(report) => report.sessions.recall, 1],
  'questions precision': [(report) => report.questions.precision, 1],
  'questions recall': [(report) => report.questions.recall, 0.993],
  'question numbers': [(report) => report.numbers, 1],
  'unlabelled answers': [(report) => report.answers.accuracy, 0.909],
  topics: [(report) => report.topics.share, 0.96],
};

let text = '';
for await (const chunk of process.stdin) text += chunk;
const report = JSON.parse(text);
const figures = Object.entries(FLOORS).map(([name, [figure, floor]]) => ({ name, value: Number(figure(report)), floor: Number(floor) }));
const fallen = figures.filter(({ value, floor }) => value < floor);
for (const { name, value, floor } of fallen) console.error(`${name}: ${value.toFixed(3)} is below ${floor.toFixed(3)}`);
console.log(fallen.length === 0 ? 'no figure has fallen' : `${fallen.length} figures have fallen`);
process.exitCode = fallen.length === 0 ? 0 : 1;
