import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

interface Series {
  name: string;
  values: number[];
  as: 'bar' | 'line';
  /** Bars of one stack stand on each other. */
  stack?: string;
}
export interface ChartProps {
  /** One a value, along the axis. */
  labels: string[];
  series: Series[];
  /** Bars that lie, for labels that are long. */
  lying?: boolean;
  /** What is shown, for who cannot see it; the numbers stand in the table beside it. */
  description: string;
  height: number;
}

/** Apart from each other in brightness too. */
const colours = ['#0f6674', '#e0a030', '#b42318'];
const ink = '#47515d';

/** Loaded apart from the pages: it is as large as all of them. */
export default function Chart({ labels, series, lying = false, description, height }: ChartProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const chart = init(place.current);
    const categories = { type: 'category' as const, data: labels, axisLabel: { color: ink } };
    const numbers = { type: 'value' as const, minInterval: 1, axisLabel: { color: ink } };
    chart.setOption({
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      color: colours,
      // As a box of HTML it would need styles that the page's policy does not let in.
      tooltip: { trigger: 'axis', renderMode: 'richText' },
      legend: series.length > 1 ? { top: 0, textStyle: { color: ink } } : undefined,
      grid: { left: 8, right: 24, bottom: 8, top: series.length > 1 ? 36 : 12, outerBoundsMode: 'same' },
      xAxis: lying ? numbers : categories,
      yAxis: lying ? { ...categories, inverse: true } : numbers,
      series: series.map(({ name, values, as, stack }) => ({
        name,
        type: as,
        data: values,
        stack,
        barMaxWidth: 24,
      })),
    });
    const fit = new ResizeObserver(() => chart.resize());
    fit.observe(place.current);
    return () => {
      fit.disconnect();
      chart.dispose();
    };
  }, [labels, series, lying]);
  return <div ref={place} role="img" aria-label={description} style={{ height }} />;
}
