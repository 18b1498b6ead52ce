import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import type { ChartProps } from './chart.tsx';

const Chart = lazy(() => import('./chart.tsx'));

/** Keeps its place while the charts are loaded: nothing jumps. */
export function LazyChart(props: ChartProps): ReactNode {
  return (
    <Suspense fallback={<div style={{ height: props.height }} />}>
      <Chart {...props} />
    </Suspense>
  );
}
