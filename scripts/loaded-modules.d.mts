/** The files of ours (their paths) and the packages that modules load before they do anything. */
export function loadedModules(...paths: string[]): Set<string>;
