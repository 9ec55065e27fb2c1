export { articles } from './articles.ts';
export { desk } from './desk.ts';
export { help } from './help.ts';
export { keyless, keys } from './keys.ts';
export { layout } from './layout.ts';
export { settings } from './settings.ts';
