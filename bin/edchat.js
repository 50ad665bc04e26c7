#!/usr/bin/env node
'use strict';
void require('./start.js').start('main.js').main();
