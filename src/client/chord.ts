/** What of a pressed key says which one it is. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'shiftKey'>;

/** Signs by their place on keyboards whose layout has letters of another alphabet there. */
const SIGNS: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
};

/**
 * A key as the page's table names it. Letters count by their place where the layout has no Latin ones, whatever Caps
 * Lock says; signs count as typed, with whatever the layout needs for them.
 */
export function chordOf({ key, code, altKey, shiftKey }: Pressed): string {
  const held = `${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}`;
  if (/^\p{L}$/u.test(key)) return held + letterOf(key, code);
  return [...key].length === 1 ? key : held + key;
}

function letterOf(key: string, code: string): string {
  if (/^\p{Script=Latin}$/u.test(key)) return key.toLowerCase();
  if (/^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  return SIGNS[code] ?? key.toLowerCase();
}

/** AltGr types characters: it counts as no key held. */
export function hasCommandKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey && !event.getModifierState('AltGraph')) || event.metaKey;
}

/** Whether a key has a name, as Enter and the arrows: browsers use these themselves. */
export function isNamed(chord: string): boolean {
  return /[A-Z][a-z]+$/.test(chord);
}
