export { annotations } from './annotations.ts';
export { articles } from './articles.ts';
export { desk } from './desk.ts';
export { layout } from './layout.ts';
export { occurrences } from './occurrences.ts';
export { speakers } from './speakers.ts';
export { table } from './table.ts';
