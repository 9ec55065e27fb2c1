import { htmx } from './htmx.ts';
import 'htmx.org/dist/ext/hx-upsert.js';
import { startAnnouncements } from './announce.ts';
import { startCardFocus } from './card-focus.ts';
import { startCards } from './cards.ts';
import { startCurrent } from './current.ts';
import { startDialogs } from './dialogs.ts';
import { startFinds } from './finds.ts';
import { startFocus } from './focus.ts';
import { startForms } from './forms.ts';
import { startGroups } from './groups.ts';
import { startHandles } from './handles.ts';
import { startHeldPointer } from './held-pointer.ts';
import { startKeys } from './keys.ts';
import { startKeysDialog } from './keys-dialog.ts';
import { startMore } from './more.ts';
import { startNativeSelection } from './native-selection.ts';
import { startNear } from './near.ts';
import { startOccurrences } from './occurrences.ts';
import { startOldPage } from './old-page.ts';
import { startOpening } from './opening.ts';
import { startPalette } from './palette.ts';
import { startPending } from './pending.ts';
import { startPointer } from './pointer.ts';
import { startSaveState } from './save-state.ts';
import { startSentences } from './sentences.ts';
import { startSettings } from './settings.ts';
import { startSuggestions } from './suggestions.ts';
import { startTable } from './table.ts';
import { startTicks } from './ticks.ts';
import { startWordsInView } from './words-in-view.ts';

// By itself htmx waits for the next task: a key pressed before it would send the palette's form as a plain
// one.
htmx.initialize();
// Pages work without any of these; each makes one thing quicker or easier.
startHeldPointer();
startNativeSelection();
startPointer();
startSentences();
startPalette();
startOccurrences();
startForms();
// Before what puts back what was typed and where.
startMore();
// Before what looks for the focus and for the current annotation, which a swap may have drawn again.
startCards();
startCardFocus();
startFocus();
startCurrent();
startPending();
startAnnouncements();
startHandles();
startWordsInView();
startGroups();
startSuggestions();
startKeys();
startKeysDialog();
startSettings();
startNear();
startTable();
startDialogs();
startTicks();
startFinds();
startSaveState();
startOldPage();
startOpening();
document.documentElement.dataset.scripts = 'on';
