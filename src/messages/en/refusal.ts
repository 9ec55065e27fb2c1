/** Why somebody may not do something. */
export const refusal = {
  annotate: 'You can read this but not annotate it.',
  change: 'You can read this project but not change it.',
  see: 'You cannot see this.',
  ownersOnly: 'Only an owner of this project can do this.',
  leadsOnly: 'Only owners and adjudicators of a project that works apart can do this.',
  finishCoding: 'Only a coding of your own can be finished.',
  editArticle: 'You can read this project but not edit its articles.',
  deleteArticle: 'Only an owner of this project can delete its articles.',
  import: 'You can read this project but not import into it.',
  importAs:
    'Only owners and adjudicators can import annotations under the names in the files. Import them as your own.',
  undoImport: 'Only whoever imported this, or an owner, can take it back.',
  changeProject: 'Only an owner can change the settings of a project.',
  createProject: 'Only those who look after this desk can make projects. Ask one of them.',
  othersComment: 'Only whoever wrote a comment can change or delete it.',
  archived: 'This project is archived: it can be read and exported, but not changed.',
  managePeople: 'Only an owner can change who is in a project.',
  assign: 'Only owners and adjudicators give articles out, in projects where people code apart.',
  seeProgress: 'Only owners and adjudicators see how far everybody is.',
  takeArticle: 'Only coders take articles, in projects where people code apart.',
  splitCodings: 'Only an owner can split what was made together, and only while people work apart.',
} as const;
