import { onHtmx } from './htmx.ts';
import { drawSection } from './sections.ts';

/** After how long a part that could not be fetched is tried again, in ms. */
const PAUSE = 5000;

/** Parts of a long article, and of its list, fetch their marks when the reader comes near. */
export function startNear(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void drawSection(target).then(() => {
          if (target.isConnected) setTimeout(() => observer.observe(target), PAUSE);
        });
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
