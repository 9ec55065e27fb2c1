import { htmx, onHtmx } from './htmx.ts';

/**
 * Tells parts of a long article, and of its list, that the reader comes near, so that they fetch their marks.
 */
export function startNear(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        htmx.trigger(target, 'near', {});
      }
    },
    { rootMargin: '100% 0%' },
  );
  const observeAll = () => {
    for (const element of document.querySelectorAll('[hx-trigger^="near"]')) observer.observe(element);
  };
  observeAll();
  onHtmx('htmx:after:swap', observeAll);
}
