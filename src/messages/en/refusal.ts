/** Why somebody may not do something. */
export const refusal = {
  annotate: 'You can read this project but not annotate it.',
  change: 'You can read this project but not change it.',
  editArticle: 'You can read this project but not edit its articles.',
  deleteArticle: 'Only an owner of this project can delete its articles.',
  import: 'You can read this project but not import into it.',
  createProject: 'Only those who look after this desk can make projects. Ask one of them.',
  archived: 'This project is archived: it can be read and exported, but not changed.',
  managePeople: 'Only an owner can change who is in a project.',
  changeProject: 'Only an owner can change the settings of a project.',
  assign: 'Only owners and adjudicators give articles out, in projects where people code apart.',
  takeArticle: 'Only coders take articles, in projects where people code apart.',
  finishCoding: 'Only a coding of your own can be finished.',
  seeProgress: 'Only owners and adjudicators see how far everybody is.',
} as const;
