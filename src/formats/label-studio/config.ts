import { ATTRIBUTES, type AttributeRule } from '../../domain/attributes.ts';
import { TAGS, type Tag } from '../../domain/tag.ts';
import { xmlAttributes } from '../writing/xml-text.ts';
import { CONTINUES, CONTROLS, TAG_NAME, TEXT_NAME } from './region.ts';

const COLOURS: Readonly<Record<Tag, string>> = {
  claim: '#c2410c',
  quote: '#1d4ed8',
  statistic: '#15803d',
};

/**
 * The labelling configuration that the tasks of the file of this name need: the three tags, and each attribute for the
 * region that is selected, where its tag has it.
 */
export function writeConfig(fileName: string): string {
  const labels = TAGS.map(
    (tag, index) => `    <Label value="${tag}" background="${COLOURS[tag]}" hotkey="${index + 1}"/>`,
  );
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
    ...ATTRIBUTES.flatMap(attributeLines),
    '</View>',
    '',
  ].join('\n');
}

function attributeLines(rule: AttributeRule): string[] {
  return [
    `  <View visibleWhen="region-selected" whenLabelValue="${rule.tags.join(',')}">`,
    `    <Header${xmlAttributes({ value: rule.label, size: '5' })}/>`,
    ...controlLines(rule).map((line) => `    ${line}`),
    '  </View>',
  ];
}

function controlLines({ field, kind, tags, choices = [] }: AttributeRule): string[] {
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
