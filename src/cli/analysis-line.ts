import { sayReason } from '../../views/shared/say-reason.ts';
import type { Analysis } from '../text/analyze.ts';
import type { Span } from '../text/span.ts';
import type { Suggestion } from '../text/suggest/suggestion.ts';

/** A line of `onrecord analyze --jsonl`: sentences and suggestions under the names of the CSV. */
export function analysisLine(
  id: string | number,
  { sentences, scores, suggestions }: Analysis,
  text: string,
): string {
  const scored = sentences.map(({ start, end }, at) => ({
    start,
    end,
    claim_score: rounded(scores[at] ?? 0),
  }));
  return `${JSON.stringify({ id, sentences: scored, suggestions: suggestions.map((one) => written(one, text)) })}\n`;
}

function written(suggestion: Suggestion, text: string) {
  const { tag } = suggestion;
  const reasons = suggestion.reasons.map(sayReason);
  const parts = suggestion.parts.map(({ start, end }) => [start, end]);
  switch (suggestion.tag) {
    case 'quote': {
      const { quoteType, speakerSpan, speaker, speakerRole, cueSpan } = suggestion;
      return {
        tag,
        parts,
        quote_type: quoteType,
        speaker: placed(speakerSpan, text),
        cue: placed(cueSpan, text),
        speaker_name: speaker ?? null,
        speaker_role: speakerRole ?? null,
        reasons,
      };
    }
    case 'statistic': {
      const { value, valueMax, comparator, unit, subject, kind } = suggestion;
      return {
        tag,
        parts,
        value,
        value_max: valueMax ?? null,
        comparator: comparator ?? null,
        unit: unit ?? null,
        subject: subject ?? null,
        kind,
        reasons,
      };
    }
    case 'claim':
      return { tag, parts, score: rounded(suggestion.score), reasons };
  }
}

/** Words of the text with their place. */
function placed(span: Span | undefined, text: string) {
  return span ? { start: span.start, end: span.end, text: text.slice(span.start, span.end) } : null;
}

/** Four digits tell more than the score knows. */
function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
