/** Property tests try the same cases on every machine; EDCHAT_SEED tries others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['EDCHAT_SEED'] ?? 20160417) });
