/** Calls back when at least half of an element has been visible for one second without a break. Returns a function that stops this. */
export const whenViewed = (element: Element, callback: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    ([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting) {
        timer = setTimeout(() => {
          observer.disconnect();
          callback();
        }, 1000);
      }
    },
    { threshold: 0.5 },
  );
  observer.observe(element);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
};
