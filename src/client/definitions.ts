import { linkToDialog, openPageDialog } from './page-dialogs.ts';

const ID = 'definitions-dialog';

/** Shows what the tags mean, over the article. */
export function openDefinitions(): void {
  openPageDialog(ID);
}

/** On the reading page the link to the codebook shows the tags there. */
export function startDefinitions(): void {
  linkToDialog(document.getElementById('define'), ID);
}
