import { htmx } from './htmx.ts';
import 'htmx.org/dist/ext/hx-upsert.js';
import { startCards } from './cards.ts';
import { startCurrent } from './current.ts';
import { startFocus } from './focus.ts';
import { startForms } from './forms.ts';
import { startKeys } from './keys.ts';
import { startMenus } from './menus.ts';
import { startNear } from './near.ts';
import { startOccurrences } from './occurrences.ts';
import { startPalette } from './palette.ts';
import { startPending } from './pending.ts';
import { startPointer } from './pointer.ts';
import { startSaveState } from './save-state.ts';
import { startSentences } from './sentences.ts';
import { startSuggestions } from './suggestions.ts';
import { startTable } from './table.ts';

// By itself htmx waits for the next task: a key pressed before it would send the palette's form as a plain
// one.
htmx.initialize();
// Pages work without any of these; each makes one thing quicker or easier.
startPointer();
startSentences();
startPalette();
startOccurrences();
startForms();
// Before what looks for the focus and for the current annotation, which a swap may have drawn again.
startCards();
startFocus();
startCurrent();
startPending();
startSuggestions();
startKeys();
startNear();
startTable();
startMenus();
startSaveState();
document.documentElement.dataset.scripts = 'on';
