'use strict';
// Begins a thread: loads the piece of the program that it is told to run, as the program itself is loaded.
const { workerData } = require('node:worker_threads');
// It is ended from outside, without a last word; what it calls often it has called by then (ms).
const SOON = 250;
require('./start.js').start(workerData.program, (work) => setTimeout(() => work(), SOON).unref());
