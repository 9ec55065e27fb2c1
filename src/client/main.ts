import { htmx } from './htmx.ts';
import 'htmx.org/dist/ext/hx-upsert.js';
import { startCloseRow } from './close-row.ts';
import { startCurrent } from './current.ts';
import { startFocus } from './focus.ts';
import { startKeys } from './keys.ts';
import { startMenus } from './menus.ts';
import { startNear } from './near.ts';
import { startPalette } from './palette.ts';
import { startPointer } from './pointer.ts';
import { startSaveState } from './save-state.ts';
import { startSuggestions } from './suggestions.ts';

// By itself htmx waits for the next task: a key pressed before it would send the palette's form as a plain one.
htmx.initialize();
// Pages work without any of these; each makes one thing quicker or easier.
startPointer();
startPalette();
// Before the current annotation is looked for, which is the one whose form has the focus.
startFocus();
startCurrent();
startSuggestions();
startKeys();
startNear();
startCloseRow();
startMenus();
// After the palette has filled its forms in, so that what is kept for another try is what was sent.
startSaveState();
document.documentElement.dataset.scripts = 'on';
