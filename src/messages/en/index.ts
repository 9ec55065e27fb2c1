export { annotation } from './annotation.ts';
export { article } from './article.ts';
export { articles } from './articles.ts';
export { attribute, attributeName, choice } from './attributes.ts';
export { desk } from './desk.ts';
export { detail, detailHint, detailName } from './details.ts';
export { layout } from './layout.ts';
export { said } from './said.ts';
export { aTag, tagCount, tagDefinition, tagGuidance, tagName, tagNames, tagWord, tagWords } from './tags.ts';
