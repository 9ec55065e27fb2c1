// The words that generated articles are made of. All places and people are invented.

export const FIRST_NAMES = [
  'Ada',
  'Bram',
  'Celia',
  'Dovid',
  'Edda',
  'Farouk',
  'Greta',
  'Hamish',
  'Ines',
  'Joost',
  'Kirsa',
  'Leander',
  'Mirela',
  'Noor',
  'Orla',
  'Petar',
  'Quentin',
  'Runa',
  'Selim',
  'Tova',
  'Ursel',
  'Vito',
  'Wanda',
  'Zofia',
];

export const LAST_NAMES = [
  'Arkwell',
  'Brandreth',
  'Caldow',
  'Drummel',
  'Eskdale',
  'Fenner',
  'Garrow',
  'Hollis',
  'Ibarra',
  'Jessop',
  'Kolber',
  'Lindqvist',
  'Maddern',
  'Norrish',
  'Okonjo',
  'Pellow',
  'Quennell',
  'Rasch',
  'Sundby',
  'Tregear',
  'Ullmann',
  'Varga',
  'Wickstead',
  'Yarde',
  'Zelnik',
  'O’Shaughly',
  'de la Croft',
  'Çelebi',
];

export const PLACES = [
  'Port Ansel',
  'Wrenmouth',
  'Hollin Bay',
  'Calder Ferry',
  'Oxhaven',
  'Stannick',
  'Upper Marl',
  'Vellory',
  'Kingsreach',
  'Dunmarrow',
  'Saltby',
  'the Lower Fens',
  'Eastgate',
  'Brackwater',
  'St. Orrin',
  'Thorne Quay',
];

export const ROLES = [
  'the harbour master',
  'the council leader',
  'the head coach',
  'the chief forecaster',
  'the union’s secretary',
  'the minister for transport',
  'the hospital’s director',
  'the opposition spokesman',
  'a senior engineer',
  'the mayor',
  'a ferry captain',
  'the school’s head teacher',
  'a farmer from the valley',
  'the police chief',
];

export const BODIES = [
  'the town council',
  'the port authority',
  'the regional government',
  'the health board',
  'the water company',
  'the football club',
  'the teachers’ union',
  'the weather service',
  'the ministry',
  'the fishing cooperative',
  'the housing trust',
  'the rail operator',
  'the audit office',
  'the chamber of commerce',
];

export const THINGS = [
  'a new breakwater',
  'the night ferry',
  'the second stand',
  'a flood wall',
  'the bus depot',
  'the old cannery',
  'a children’s clinic',
  'the river crossing',
  'the school kitchen',
  'a district heating plant',
  'the ice rink',
  'the signal box',
  'the market hall',
  'a sewage works',
  'the lighthouse road',
  'the library roof',
];

export const COUNTED = [
  'households',
  'passengers',
  'residents',
  'patients',
  'pupils',
  'boats',
  'hectares of pasture',
  'jobs',
  'season tickets',
  'tonnes of cod',
  'lorries a day',
  'sandbags',
  'flats',
  'complaints',
  'votes',
  'trees',
];

export const RATES = [
  'unemployment',
  'turnout',
  'the vacancy rate',
  'the share of late trains',
  'support for the plan',
  'the price of diesel',
  'school absence',
  'the club’s wage bill',
  'bed occupancy',
  'the cost of insurance',
];

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const CUES = [
  'said',
  'said',
  'said',
  'told reporters',
  'added',
  'warned',
  'argued',
  'insisted',
  'explained',
  'admitted',
  'wrote',
  'recalled',
  'conceded',
  'maintained',
];

/** Ends of an attribution with “that”, so no cue that takes a person. */
export const REPORTING_CUES = ['said', 'warned', 'argued', 'insisted', 'conceded', 'estimated', 'announced'];

/** What people say: whole sentences without their stop. */
export const SAYINGS = [
  'We cannot go on patching the same wall every winter and call it a plan',
  'Nobody asked the people who stand on that platform at six in the morning',
  'The water came up faster than any of us had seen it',
  'I would rather explain a delay than an accident',
  'This is money that was promised twice and paid once',
  'They have played three matches in eight days and it shows in the legs',
  'My grandmother sold fish from that very step',
  'If the tide gauge is wrong, then everything that we build on it is wrong as well',
  'There is no second ferry, there never was one, and the timetable says so',
  'We counted every vote again and found the same number',
  'A clinic without nurses is a waiting room',
  'The wind will turn before the weekend, and then we shall know',
  'Half of the street has been asleep on camp beds since Tuesday',
  'I have read the report, and I am still looking for the part that is new',
  'It was a good goal and a poor decision, and both of them count',
  'You do not close a school by forgetting to repair it',
  'The figures are better than last year, which is not the same as good',
  'We will keep the road open for as long as the road is there',
];

/** Parts of what people say, to be quoted inside of a sentence or divided by an attribution. */
export const PHRASES = [
  'a promise with a price tag',
  'the wrong answer to a fair question',
  'a very expensive puddle',
  'ready to talk at any hour',
  'not a single spare part in the whole depot',
  'the quietest harvest in a generation',
  'a team that has learnt to suffer',
  'more paper than concrete',
  'nothing short of a miracle on wheels',
  'deeply sorry for every missed appointment',
];

/** Ends of split quotes: clauses that go on after “… , said X,”. */
export const CONTINUATIONS = [
  'and the bill will be sent to those who signed it',
  'but we have been told that before',
  'because the rain does not read the budget',
  'and I say that as somebody who voted for it',
  'so the gates stay shut until the inspectors come',
  'whatever the minister may think of it',
  'and that is the end of the matter',
];

/** Claims without a figure: `{place}`, `{body}`, `{thing}`, `{month}` stand for such words. */
export const CLAIMS = [
  'No other town on this coast has lost so many services in so short a time as {place}',
  'The work on {thing} was finished before the first bill had been paid',
  'Residents of {place} were told nothing about {thing} until the diggers arrived in {month}',
  'It was {body} that had asked for the inquiry in the first place',
  'The line to {place} has been closed for repairs since {month}',
  '{Body} has never published the survey that it ordered',
  'The storm that struck {place} in {month} was the worst since records began',
  'The home side have not won away from {place} since {month}',
  '{Body} is the only one in the region without a plan for drought',
  'Under the new rules, {thing} will pass to {body} at the end of {month}',
];

/** Sentences that report nothing to check. */
export const COLOUR = [
  'Gulls followed the crowd down to the water',
  'A brass band played in the rain, mostly in tune',
  'Outside the hall somebody had parked a tractor across three spaces',
  'By the evening the chairs were stacked and the lamps were out',
  'There was soup, and there were speeches, and the soup was better',
  'A dog slept through all of it under the front row',
  'The fog lifted a little before noon and then thought better of it',
];

export const HEADINGS = [
  'What the ledger says',
  'A long winter in {place}',
  'Waiting for the tide',
  'Who pays in the end',
  'The view from {place}',
  'Questions for {body}',
  'An old quarrel',
  'Before the vote in {month}',
  'Two sides of a river',
  'Repairs and regrets',
  'The second half',
  'After the storm',
  'Nothing in writing',
  'A matter of trust',
];
