/** The three tags. */
export const TAGS = ['claim', 'quote', 'statistic'] as const;

/** What an annotation says its span is. */
export type Tag = (typeof TAGS)[number];
