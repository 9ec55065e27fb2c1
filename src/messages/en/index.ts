export { articles } from './articles.ts';
export { desk } from './desk.ts';
export { layout } from './layout.ts';
export { paging } from './paging.ts';
