/** The settings in which an archive notes how it is kept. */

/** The setting that holds when and where the last backup was made. */
export const LAST_BACKUP = 'last-backup';

/** The setting that says that old pages of the file are still to be wiped. */
export const TO_WIPE = 'to-wipe';
