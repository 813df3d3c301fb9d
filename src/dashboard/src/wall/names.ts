/** Whether a wall that visitors see says whole names: kept in the browser of the screen. */
const key = 'careteam.wall.names';

export const namesShown = () => localStorage.getItem(key) !== 'initials';
export const keepNames = (shown: boolean) => localStorage.setItem(key, shown ? 'whole' : 'initials');

/** "Marcus Bell" is "M. B." */
export const initials = (name: string) => name.split(/\s+/).filter(Boolean).map((part) => `${part[0]!.toUpperCase()}.`).join(' ');
