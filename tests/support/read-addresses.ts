import { v7 as uuidv7 } from 'uuid';
import { ARTICLE_STATES } from '../../src/domain/article-filter.ts';
import { formats } from '../../src/formats/index.ts';
import { ANNOTATION_ORDERS } from '../../src/store/annotation-table.ts';
import { ARTICLE_SORTS } from '../../src/store/article-list.ts';
import { SECRETS } from './secret-work.ts';

/** Stands for what is nobody's. */
export const NOWHERE = uuidv7();

/** Filters of annotations: of everything, of another's words and name, of what another's annotations are alone. */
const FILTERS = [
  '',
  'tag=claim',
  'confidence=unsure',
  `q=${SECRETS.note}`,
  `speaker=${encodeURIComponent(SECRETS.speaker)}`,
  'annotator={coderA}',
  'article={article}',
];

/** An article's list in every order and state. */
const LISTS = [
  ...ARTICLE_SORTS.flatMap((sort) => [`/?sort=${sort}`, `/?sort=${sort}&order=asc`]),
  ...ARTICLE_STATES.map((state) => `/?state=${state}`),
  `/?q=${SECRETS.note}`,
];

const FILES = formats.flatMap(({ key, companion }) => [key, ...(companion ? [key + companion.suffix] : [])]);

/** Every address that is read, with all that could be asked of it; `{…}` stands for a thing of the desk. */
export const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  '/sign-in': ['/sign-in'],
  '/sign-in/code': ['/sign-in/code'],
  '/sign-in/provider': ['/sign-in/provider'],
  '/sign-in/provider/return': ['/sign-in/provider/return'],
  '/sign-in/forgotten': ['/sign-in/forgotten'],
  '/tickets/:token': [`/tickets/${NOWHERE}`],
  '/held-forms/:token': [`/held-forms/${NOWHERE}`],
  '/confirmation': ['/confirmation'],
  '/confirmation/provider': ['/confirmation/provider'],
  '/account': ['/account'],
  // A new secret each time, which the account alone decides.
  '/account/codes': [],
  '/account/codes/picture': [],
  '/account/passkeys': ['/account/passkeys'],
  '/account/provider': ['/account/provider'],
  '/account/provider/new': ['/account/provider/new'],
  // A zip: what is in it is compared, unpacked, in tests/web/account/leaving.test.ts.
  '/account/data.zip': [],
  '/account/deletion': ['/account/deletion'],
  '/accounts': ['/accounts'],
  '/accounts/:id/deletion': [`/accounts/${NOWHERE}/deletion`],
  '/audit': ['/audit', '/audit?project=desk'],
  '/audit.csv': ['/audit.csv', '/audit.csv?project=desk'],
  '/': ['/', ...LISTS],
  '/articles/new': ['/articles/new'],
  '/articles/:id': [
    '/articles/{article}',
    '/articles/{article}?at=continue',
    '/articles/{article}?at=200',
    '/articles/{article}?annotator={coderA}',
  ],
  '/articles/:id/edit': ['/articles/{article}/edit'],
  '/articles/:id/text': ['/articles/{article}/text'],
  '/articles/:id/source': ['/articles/{article}/source'],
  '/articles/:id/sections': [
    '/articles/{article}/sections',
    '/articles/{article}/sections?with=annotation',
    '/articles/{article}/sections?with=annotation&before=99',
  ],
  '/articles/:id/sections/:number': ['/articles/{article}/sections/0'],
  '/articles/:id/sheet': ['/articles/{article}/sheet'],
  '/articles/:id/suggestions': [
    '/articles/{article}/suggestions',
    '/articles/{article}/suggestions?suggestions=place',
  ],
  '/articles/:id/annotations': [
    `/articles/{article}/annotations?q=${SECRETS.note}`,
    '/articles/{article}/annotations?q=mayor',
  ],
  '/articles/:id/annotations/new': ['/articles/{article}/annotations/new?sentence=3'],
  '/articles/:id/annotations.:format': FILES.map((format) => `/articles/{article}/annotations.${format}`),
  '/articles/:id/codings/:lane': [
    '/articles/{article}/codings/{coderA}',
    '/articles/{article}/codings/shared',
    '/articles/{article}/codings/shared?annotator={coderA}',
    '/articles/{article}/codings/final',
  ],
  '/articles/:id/adjudicate': [
    '/articles/{article}/adjudicate',
    '/articles/{article}/adjudicate?with=begun',
    '/articles/{article}/adjudicate?with=begun&names=letters',
  ],
  '/articles/:id/decisions/new': [
    '/articles/{article}/decisions/new',
    '/articles/{article}/decisions/new?case={annotation}.1&with=begun',
  ],
  '/articles/:id/comparison': [
    '/articles/{article}/comparison',
    '/articles/{article}/comparison?only=differences',
  ],
  '/articles/:id/comments': [
    '/articles/{article}/comments',
    '/articles/{article}/comments?annotation={annotation}',
    '/articles/{article}/comments?annotation={annotation}&lane=cases',
    '/articles/{article}/comments?annotation={mine}',
    '/articles/{article}/comments?sentence=1',
    '/articles/{article}/comments?sentence=1&lane=cases',
    '/articles/{article}/comments?sentence=1&lane=final',
  ],
  '/articles/:id/deletions': ['/articles/{article}/deletions'],
  '/articles/:id/speakers': ['/articles/{article}/speakers'],
  '/articles/:id/occurrences': [
    '/articles/{article}/occurrences?words=mayor&tag=claim',
    '/articles/{article}/occurrences?annotation={annotation}',
  ],
  '/annotations': [
    ...FILTERS.map((filter) => `/annotations?${filter}`),
    ...ANNOTATION_ORDERS.flatMap((sort) => [
      `/annotations?sort=${sort}`,
      `/annotations?sort=${sort}&dir=asc`,
    ]),
  ],
  '/annotations.:format': [
    ...FILES.map((format) => `/annotations.${format}`),
    ...FILTERS.map((filter) => `/annotations.csv?${filter}&raw=1`),
    ...['all', 'final', 'mine', '{coderA}'].map((coding) => `/annotations.csv?coding=${coding}&raw=1`),
  ],
  '/annotations/:id': ['/annotations/{mine}', '/annotations/{annotation}'],
  '/annotations/:id/history': ['/annotations/{mine}/history', '/annotations/{annotation}/history'],
  '/annotations/:id/entry': ['/annotations/{mine}/entry', '/annotations/{annotation}/entry'],
  '/annotations/:id/row': ['/annotations/{mine}/row', '/annotations/{annotation}/row'],
  '/work': ['/work', '/work?project=desk'],
  '/work/results': ['/work/results'],
  '/work/results/sentences': ['both', 'onlyFirst', 'onlySecond', 'neither'].map(
    (cell) => `/work/results/sentences?tag=claim&cell=${cell}`,
  ),
  '/projects/:slug/progress': ['/projects/desk/progress'],
  '/projects/:slug/agreement': ['/projects/desk/agreement', '/projects/desk/agreement?sighted=1&tag=claim'],
  '/projects/:slug/agreement/sentences': ['/projects/desk/agreement/sentences?sighted=1'],
  '/projects/:slug/agreement/ratings.csv': ['/projects/desk/agreement/ratings.csv?sighted=1'],
  '/projects/:slug/agreement/figures.json': ['/projects/desk/agreement/figures.json?sighted=1'],
  '/projects/:slug/adjudication': ['/projects/desk/adjudication'],
  '/projects/:slug/comments': ['/projects/desk/comments', '/projects/desk/comments?show=resolved'],
  '/projects/:slug/comments.jsonl': ['/projects/desk/comments.jsonl'],
  '/projects/:slug/assignments': ['/projects/desk/assignments'],
  '/speakers': ['/speakers', `/speakers?name=${encodeURIComponent(SECRETS.speaker)}`],
  '/exports': FILTERS.map((filter) => `/exports?format=csv&${filter}`),
  '/exports/new': FILTERS.map((filter) => `/exports/new?${filter}`),
  '/imports': ['/imports'],
  '/imports/new': ['/imports/new'],
  '/imports/:id': ['/imports/{import}'],
  '/projects': ['/projects'],
  '/projects/:slug': ['/projects/desk'],
  '/projects/:slug/split': ['/projects/desk/split'],
  '/projects/:slug/codebook': ['/projects/desk/codebook'],
  '/projects/:slug/codebook.json': ['/projects/desk/codebook.json'],
  '/projects/:slug/codebook/edit': ['/projects/desk/codebook/edit'],
  '/projects/:slug/codebook/versions': [
    '/projects/desk/codebook/versions',
    '/projects/desk/codebook/versions?from=1&to=1',
  ],
  '/projects/:slug/people': ['/projects/desk/people'],
  '/invitations/:token': [`/invitations/${NOWHERE}`],
  '/settings': ['/settings'],
  '/help': ['/help'],
};
