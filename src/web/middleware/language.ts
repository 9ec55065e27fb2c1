import type { RequestHandler } from 'express';
import { inLanguage, type Language } from '../../messages/language.ts';

/** Answers in one language. */
export function speak(language: Language): RequestHandler {
  return (_request, _response, next) => inLanguage(language, next);
}
