/** Why a web page cannot be fetched, and what to do. */
export const fetch = {
  address: 'Enter a full web address, starting with https:// or http://.',
  credentials: 'This address contains a name or a password. Enter it without them.',
  port: 'Pages can only be fetched from the ports 80, 443, 8080 and 8443.',
  refused: 'This address is not on the public web, so it was not fetched. Paste the text instead.',
  name: 'No server of this name was found. Check the spelling of the address.',
  unreachable: 'The server does not answer. Try again later, or paste the text.',
  timeout: 'The server took too long to answer. Try again later, or paste the text.',
  'too-large': 'The page at this address is too large. Paste the text instead.',
  missing: 'There is no page at this address. Check its spelling.',
  forbidden: 'The server does not give this page to programs. Open it in a browser and paste the text.',
  failed: 'The server failed to answer. Try again later, or paste the text.',
  kind: 'There is no article at this address that can be read. Paste the text instead.',
  redirects: 'This address redirects without end. Open it in a browser and paste the text.',
  downgrade:
    'This secure address leads to one that is not secure, where the text could be altered on the way. If you trust that address, enter it yourself.',
  certificate:
    'The certificate of the server is not valid, so it cannot prove who it is. Open the page in a browser, or paste the text.',
  broken: 'The answer of the server was cut off or cannot be read. Try again, or paste the text.',
  largerThan: 'The page at this address is larger than {most} bytes. Paste the text instead.',
  kindOf: 'No article can be read from what is at this address ({type}). Paste the text instead.',
  withStatus: '{problem} (The server answered {status}.)',
} as const;
