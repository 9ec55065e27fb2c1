/** Leads nowhere and is taken for a path. */
const BASE = 'http://desk.invalid';

/** Pages that somebody who has just signed in does not want to be led to. */
const NOT_AGAIN = /^\/(sign-in|sign-out|tickets)(\/|$)/;

/**
 * The page of this desk that a sign-in leads to; `/` where none was asked for, or one elsewhere. What browsers would
 * read as the name of another host is none of ours.
 */
export function nextPage(asked: string | undefined): string {
  if (asked === undefined || !asked.startsWith('/') || !URL.canParse(asked, BASE)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, BASE);
  // Two slashes at the front begin a host, here or once a browser has resolved the path's dots.
  if (origin !== BASE || pathname.startsWith('//') || NOT_AGAIN.test(pathname)) return '/';
  return `${pathname}${search}${hash}`;
}

/** The address of the form to sign in with, which then leads to `next`. */
export function signInAddress(next: string): string {
  const page = nextPage(next);
  return page === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(page)}`;
}
