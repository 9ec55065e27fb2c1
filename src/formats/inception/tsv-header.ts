import { shortName } from './cas.ts';

/** A column of a WebAnno TSV file behind number, place and word. */
export interface TsvColumn {
  /** The layer's place among the layers: annotations of one layer are told apart by their numbers. */
  readonly layer: number;
  readonly layerName: string;
  readonly kind: 'span' | 'relation' | 'chain';
  /** What the column says of the layer; empty for a layer without features. */
  readonly feature: string;
}

const KINDS = { SP: 'span', RL: 'relation', CH: 'chain' } as const;

/** The columns that lines such as `#T_SP=webanno.custom.Claim|value|speaker` announce. */
export function columnsOf(lines: readonly string[]): TsvColumn[] {
  return lines.flatMap((line, layer) => {
    const [, sign = 'SP', definition = ''] = /^#T_(SP|RL|CH)=(.*)$/.exec(line) ?? [];
    const kind = KINDS[sign as keyof typeof KINDS] ?? 'span';
    const [type = '', ...features] = definition.split('|');
    const layerName = shortName(type);
    return (features.length > 0 ? features : ['']).map((feature) => ({ layer, layerName, kind, feature }));
  });
}
