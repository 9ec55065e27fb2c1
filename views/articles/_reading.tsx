import type { English } from '../../src/messages/catalogue.ts';
import { t } from '../../src/messages/language.ts';

/** An encoding by its name in the WHATWG Encoding Standard. */
export type EncodingName = keyof English['encodingName'];

/** How the letters of a file were read, where that is a guess or a repair. */
export interface ShownReading {
  readonly encoding: EncodingName;
  /** How many characters were damaged. */
  readonly damaged: number;
  /** A line whose letters tell whether the encoding is right. */
  readonly line: string;
  /** The same line in other encodings, the likeliest first. */
  readonly others: readonly { readonly encoding: EncodingName; readonly line: string }[];
  /** What a choice is made for. */
  readonly of: string;
  /** Every encoding that may be chosen. */
  readonly known: readonly EncodingName[];
}

/** Says how the letters were read, shows a line of them, and lets another encoding be chosen. */
export function Reading({ reading, readings }: { reading: ShownReading; readings: string }) {
  const { encoding, damaged, line, others, of, known } = reading;
  const isGuess = !encoding.startsWith('utf');
  const likely = [{ encoding, line }, ...others];
  const rest = known.filter((each) => likely.every((choice) => choice.encoding !== each));
  return (
    <div class="letters">
      <p>
        {isGuess && t('encoding.readAs', { encoding: nameOf(encoding) })}{' '}
        {damaged > 0 && t('encoding.damaged', { count: damaged })} {others.length > 0 && t('encoding.judge')}
      </p>
      <p class="line" dir="auto">
        {line}
      </p>
      <input type="hidden" name="encoding_of" value={of} />
      <input type="hidden" name="read_encoding" value={encoding} />
      <p class="with-button">
        <select name="encoding" aria-label={t('encoding.label')}>
          {likely.map((choice) => (
            <option value={choice.encoding} selected={choice.encoding === encoding}>
              {t('encoding.option', { encoding: nameOf(choice.encoding), line: choice.line })}
            </option>
          ))}
          <optgroup label={t('encoding.others')}>
            {rest.map((each) => (
              <option value={each}>{nameOf(each)}</option>
            ))}
          </optgroup>
        </select>
        <button type="submit" formaction={readings}>
          {t('encoding.again')}
        </button>
      </p>
    </div>
  );
}

function nameOf(encoding: EncodingName): string {
  return t(`encodingName.${encoding}`);
}

/** Chooses the encoding of all files at once; folded away, since it is detected. */
export function EncodingOfFiles({ encodings }: { encodings: readonly EncodingName[] }) {
  return (
    <details class="letters">
      <summary>{t('encoding.ofFiles')}</summary>
      <div class="field">
        <label for="f-files_encoding">{t('encoding.ofFilesLabel')}</label>
        <select id="f-files_encoding" name="files_encoding" aria-describedby="f-files_encoding-hint">
          <option value="">{t('encoding.detect')}</option>
          {encodings.map((encoding) => (
            <option value={encoding}>{nameOf(encoding)}</option>
          ))}
        </select>
        <p class="hint" id="f-files_encoding-hint">
          {t('encoding.ofFilesHint')}
        </p>
      </div>
    </details>
  );
}
