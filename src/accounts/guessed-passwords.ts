// Which passwords are tried first. A list of whole ones would have to be long and would still miss "Liverpool2024!": what
// people make them of is short. So a password is taken apart into such pieces, and is common where little else is left.

/** What common passwords are made of: words that lists of leaked ones begin with, names, teams, months and the like. */
const WORDS = new Set(
  `password passwort passwords pass word motdepasse contrasena senha parola admin administrator root user username guest test
testing tester login logon welcome willkommen bienvenue letmein letme open secret geheim hallo hello hallohallo bonjour hola
ciao changeme change default temp temporary trustno master system server office computer laptop internet google facebook
twitter instagram linkedin youtube yahoo gmail hotmail outlook microsoft windows apple iphone samsung android nokia
adobe photoshop oracle cisco dell lenovo asus access account private public company business work working school student
teacher college university love loves loveyou iloveyou iloveu loveme lover ilove ihate hate fuck fuckyou fuckme fucker shit
asshole bitch sexy sexsex pussy porn playboy baby babygirl babyboy angel angels princess prince queen king kingkong dragon
monkey tiger lion eagle falcon hawk shark dolphin horse kitty kitten cat cats dog dogs doggy puppy butterfly bear teddy
teddybear bunny rabbit chicken turtle spider wolf panther cowboy cowboys yankees lakers raiders steelers packers broncos
eagles bears chelsea arsenal liverpool barcelona realmadrid madrid juventus milan inter celtic rangers everton united
manchester football soccer baseball basketball hockey tennis golf golfer rugby cricket boxing ronaldo messi beckham jordan
superman batman spiderman ironman starwars startrek skywalker vader yoda matrix pokemon pikachu naruto goku sonic mario
zelda minecraft fortnite warcraft gandalf frodo harry potter harrypotter hogwarts merlin wizard ninja samurai pirate
hunter ranger warrior soldier knight killer ghost phantom shadow darkness demon devil satan vampire zombie jesus christ
jesuschrist god godisgood blessed faith grace heaven church bible allah trinity sunshine sunflower flower flowers rose
rainbow summer winter spring autumn fall snow snowman storm thunder lightning fire firebird phoenix ocean river mountain
moon star stars sun sky blue red green black white yellow orange purple pink silver gold golden diamond crystal ruby
pepper cookie cookies chocolate cheese banana cherry coffee pizza sugar honey candy peanut ginger sweet sweety sweetie
friend friends family mother father mommy daddy mama papa mum mom dad sister brother forever together always never only
happy lucky smile money dollar million cash rich ferrari porsche mercedes lamborghini mustang corvette camaro harley
yamaha honda toyota suzuki ducati boomer scooter maverick freedom liberty america american usa england london paris
berlin germany deutschland france spain italy canada texas dallas chicago boston newyork california florida russia moscow
india brazil mexico australia january february march april june july august september october november december monday
tuesday wednesday thursday friday saturday sunday michael jennifer jessica ashley amanda andrew daniel david robert john
james thomas william charles joseph george matthew joshua anthony christopher nicholas nicole michelle melissa stephanie
maria anna laura sarah sara sandra andrea alexander alexandra alex sophie emma julia hannah samantha patrick kevin brian
martin peter paul mark steven jason justin brandon tyler austin taylor charlie maggie buster bailey cooper max rocky
buddy sammy jack jackson hello123 abc qwerty qwertz azerty qaz wsx zaq xsw asdf zxcv whatever nothing something anything
please thanks super superstar rockstar music guitar metallica nirvana slipknot eminem beatles elvis blink mylove myself
iam iamgod the you your and for onrecord record news newsroom desk press editor article journalist reporter`.split(
    /\s+/,
  ),
);

/** Keys and letters that stand next to each other. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'zaq1xsw2cde3vfr4bgt5nhy6mju7',
  '!@#$%^&*()',
  '!"§$%&/()=',
].flatMap((row) => [row, [...row].reverse().join('')]);

/** Signs that stand for letters. */
const SIGNS: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const SHORTEST_RUN = 4;
/** Letters that may be left over beside common pieces. */
const MOST_LEFT = 2;
const MOST_WORDS = 2;
const LEAST_DIFFERENT = 5;

/** Whether a password is among the first that are tried; `own` are words of its owner's, in small letters. */
export function isCommon(password: string, own: readonly string[] = []): boolean {
  const small = password.toLowerCase();
  if (new Set(small).size < LEAST_DIFFERENT || isRepeated(small)) return true;
  const words = new Set([...WORDS, ...own]);
  const letters = withoutRuns(small).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [letters, [...letters].map((sign) => SIGNS[sign] ?? sign).join('')].some((form) => {
    const { left, used } = takenApart(form.replace(/[^\p{L}]/gu, ''), words);
    return left <= MOST_LEFT && used <= MOST_WORDS;
  });
}

/** `abcabcabcab`: the same again and again, the last time perhaps not to its end. */
function isRepeated(password: string): boolean {
  const half = Math.floor(password.length / 2);
  return Array.from({ length: half }, (_, at) => at + 1).some((size) =>
    password.startsWith(password.slice(size)),
  );
}

/** The password without what runs along a row of keys. */
function withoutRuns(password: string): string {
  let rest = '';
  for (let at = 0; at < password.length; ) {
    const length = runAt(password, at);
    if (length < SHORTEST_RUN) rest += password[at++];
    else at += length;
  }
  return rest;
}

function runAt(password: string, at: number): number {
  let length = 1;
  while (
    ROWS.some((row) => at + length < password.length && row.includes(password.slice(at, at + length + 1)))
  )
    length += 1;
  return length;
}

/** How few letters are left over where words are taken out, and how many words that takes. */
function takenApart(letters: string, words: ReadonlySet<string>): { left: number; used: number } {
  const best = [{ left: 0, used: 0 }];
  for (let end = 1; end <= letters.length; end++) {
    const before = best[end - 1] ?? { left: 0, used: 0 };
    let least = { left: before.left + 1, used: before.used };
    for (let start = Math.max(0, end - 16); start < end; start++) {
      const from = best[start];
      if (!from || !words.has(letters.slice(start, end))) continue;
      if (from.left < least.left || (from.left === least.left && from.used + 1 < least.used))
        least = { left: from.left, used: from.used + 1 };
    }
    best[end] = least;
  }
  return best.at(-1) ?? { left: 0, used: 0 };
}
