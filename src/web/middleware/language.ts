import type { RequestHandler } from 'express';
import { ENGLISH, inLanguage, type Language } from '../../messages/language.ts';

/** Answers in one language. English is spoken wherever none is named: in Node 20, naming one slows every promise. */
export function speak(language: Language): RequestHandler {
  if (language === ENGLISH) return (_request, _response, next) => next();
  return (_request, _response, next) => inLanguage(language, next);
}
