import { ATTRIBUTES, type AttributeRule } from '../../domain/attributes.ts';
import { type Codebook, tagsHaving } from '../../domain/codebook/codebook.ts';
import type { Hue } from '../../domain/hue.ts';
import type { Tag } from '../../domain/tag.ts';
import { attributeName } from '../../messages/en/attributes.ts';
import { xmlAttributes } from '../writing/xml-text.ts';
import { CONTINUES, CONTROLS, TAG_NAME, TEXT_NAME } from './region.ts';

/** Backgrounds that Label Studio can write on, one for each hue. */
const BACKGROUNDS: Readonly<Record<Hue, string>> = {
  1: '#c2410c',
  2: '#1d4ed8',
  3: '#15803d',
  4: '#a21caf',
  5: '#0e7490',
  6: '#4d7c0f',
  7: '#b91c1c',
  8: '#047857',
  9: '#4338ca',
  10: '#854d0e',
  11: '#0369a1',
  12: '#be185d',
};

/**
 * The labelling configuration that the tasks of the file of this name need: the tags, and each attribute for
 * the region that is selected, where its tag has it.
 */
export function writeConfig(fileName: string, codebook: Codebook): string {
  const labels = codebook.tags.map(({ key, hue }, index) => {
    const hotkey = index < 9 ? ` hotkey="${index + 1}"` : '';
    return `    <Label value="${key}" background="${BACKGROUNDS[hue]}"${hotkey}/>`;
  });
  return [
    // Before the root element, where Label Studio's page and its validators pass comments over.
    `<!-- For the tasks of "${inComment(fileName)}": paste this under Settings, Labeling Interface, Code. -->`,
    '<View>',
    '  <Header value="$title" size="4"/>',
    `  <Labels name="${TAG_NAME}" toName="${TEXT_NAME}">`,
    ...labels,
    '  </Labels>',
    `  <Text name="${TEXT_NAME}" value="$text"/>`,
    `  <Relations><Relation value="${CONTINUES}"/></Relations>`,
    ...ATTRIBUTES.flatMap((rule) => attributeLines(rule, tagsHaving(codebook, rule))),
    '</View>',
    '',
  ].join('\n');
}

function attributeLines(rule: AttributeRule, tags: readonly Tag[]): string[] {
  return [
    `  <View visibleWhen="region-selected" whenLabelValue="${tags.join(',')}">`,
    `    <Header${xmlAttributes({ value: attributeName[rule.name], size: '5' })}/>`,
    ...controlLines(rule, tags).map((line) => `    ${line}`),
    '  </View>',
  ];
}

function controlLines({ field, kind, choices = [] }: AttributeRule, tags: readonly Tag[]): string[] {
  const control = CONTROLS[kind];
  const named = `<${control} name="${field}" toName="${TEXT_NAME}" perRegion="true" whenLabelValue="${tags.join(',')}"`;
  switch (control) {
    case 'TextArea':
      return [`${named} maxSubmissions="1" editable="true" rows="${kind === 'line' ? 1 : 3}"/>`];
    case 'Number':
      return [`${named}/>`];
    case 'Choices':
      return [
        `${named} choice="single-radio" showInline="true">`,
        ...choices.map((choice) => `  <Choice${xmlAttributes({ value: choice })}/>`),
        '</Choices>',
      ];
  }
}

/** XML allows no two hyphens in a comment, and no control characters or lone surrogates anywhere. */
function inComment(fileName: string): string {
  return fileName.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').replaceAll(/-(?=-)/g, '- ');
}
