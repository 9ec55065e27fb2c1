/**
 * Where texts with people's answers are had. docs/bench.md has the same table for people; a test compares
 * them.
 */
export interface PublicSet {
  /** Owner and name on GitHub. A clone of it lies in the folder of data under the name alone. */
  readonly repository: string;
  /** The version that the accepted figures were measured on. */
  readonly commit: string;
  readonly licence: string;
}

export const PUBLIC_SETS = {
  pragmaticSegmenter: {
    repository: 'diasks2/pragmatic_segmenter',
    commit: '358fe97e62902cd86fa6b85063c3bf91aa6c156a',
    licence: 'MIT',
  },
  sentencex: {
    repository: 'wikimedia/sentencex',
    commit: '312da7f610ae4d23a9914d30bbac366a9965e30e',
    licence: 'MIT',
  },
  ewt: {
    repository: 'UniversalDependencies/UD_English-EWT',
    commit: '15d613d8447b3478787d4c278730a1e48a945efb',
    licence: 'CC BY-SA 4.0',
  },
  gum: {
    repository: 'UniversalDependencies/UD_English-GUM',
    commit: 'afb41ee9bca57991125814fa04d96a0e61470c8b',
    licence: 'CC BY-NC-SA 4.0; the news texts CC BY',
  },
  polnear: {
    repository: 'networkdynamics/PolNeAR',
    commit: 'c3eee833c035bf7b8c84f55b58c0bf7346cfae76',
    licence: 'none given',
  },
  recognizersText: {
    repository: 'microsoft/Recognizers-Text',
    commit: '90e968ea44dc8fda3f2e1c3e4b20aa233817488d',
    licence: 'MIT',
  },
  quantulum: {
    repository: 'nielstron/quantulum3',
    commit: '168aef7c83dea3e34ef36170ceddd393788488a0',
    licence: 'MIT',
  },
  claimBuster: {
    repository: 'idirlab/claimspotter',
    commit: 'f924a4c3debbdc498cfa9b4efd2528ac95b78121',
    licence: 'GPL 3.0',
  },
  poliClaim: {
    repository: 'EdisonNi-hku/AFaCTA',
    commit: '25e8f3b8f9f3a6581867f59ba7e48f1085610f5d',
    licence: 'none given',
  },
  babe: {
    repository: 'Media-Bias-Group/Neural-Media-Bias-Detection-Using-Distant-Supervision-With-BABE',
    commit: 'fb79f646dcabf1746f5ebedc06ed8dd61ba78188',
    licence: 'AGPL 3.0',
  },
} as const satisfies Readonly<Record<string, PublicSet>>;
