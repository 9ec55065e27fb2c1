/** Drawings of figures, with the tables behind them. */
export const charts = {
  ofDay: '{day}: {count}',
  ofRow: {
    one: '{name}: {count} in all, at most {most} on a day',
    other: '{name}: {count} in all, at most {most} on a day',
  },
  tallest: { one: 'The tallest bar stands for {count}.', other: 'The tallest bar stands for {count}.' },
  nothing: 'Nothing on these days.',
  figures: 'The figures as a table',
  name: 'Name',
  total: 'In all',
} as const;
