/** Shows what the tags mean, over the article. The browser closes it on Escape, and gives the focus back. */
export function openDefinitions(): void {
  definitionsDialog()?.showModal();
}

/** On the reading page the link to the codebook shows the tags there. */
export function startDefinitions(): void {
  const link = document.getElementById('define');
  if (!link || !definitionsDialog()) return;
  link.ariaHasPopup = 'dialog';
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openDefinitions();
  });
}

function definitionsDialog(): HTMLDialogElement | null {
  const dialog = document.getElementById('definitions-dialog');
  return dialog instanceof HTMLDialogElement ? dialog : null;
}
