import { BarChart, FunnelChart, type BarSeriesOption, type FunnelSeriesOption } from 'echarts/charts';
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from 'echarts/components';
import { init, use, type ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, FunnelChart, GridComponent, TooltipComponent, SVGRenderer]);

type Option = ComposeOption<BarSeriesOption | FunnelSeriesOption | GridComponentOption | TooltipComponentOption>;

export interface Part {
  readonly value: string | null;
  readonly label: string;
  readonly count: number;
  /** What the tooltip says. */
  readonly words: string;
  readonly colour: string;
}

export interface Look {
  readonly funnel: boolean;
  readonly text: string;
  readonly surface: string;
  readonly line: string;
  readonly font: string;
}

/** A picture of counts that follows the size of its element. */
export class Chart {
  private readonly chart;
  private readonly sized: ResizeObserver;

  constructor(
    private readonly element: HTMLElement,
    chosen: (part: Part) => void,
  ) {
    this.chart = init(element, null, { renderer: 'svg' });
    this.chart.on('click', (event) => chosen((event.data as unknown as { readonly part: Part }).part));
    this.sized = new ResizeObserver(() => this.chart.resize());
    this.sized.observe(element);
  }

  draw(parts: readonly Part[], look: Look): void {
    this.chart.setOption(option(parts, look), { notMerge: true });
  }

  end(): void {
    this.sized.disconnect();
    this.chart.dispose();
    this.element.replaceChildren();
  }
}

function option(parts: readonly Part[], look: Look): Option {
  const data = parts.map((part) => ({
    name: part.label,
    value: part.count,
    part,
    itemStyle: { color: part.colour, borderColor: look.surface, borderWidth: 2 },
  }));
  const common: Option = {
    animation: false,
    textStyle: { fontFamily: look.font, color: look.text },
    tooltip: {
      trigger: 'item',
      // Drawn in the picture: text from data never becomes HTML.
      renderMode: 'richText',
      formatter: (hovered) => (Array.isArray(hovered) ? '' : (hovered.data as { readonly part: Part }).part.words),
      backgroundColor: look.surface,
      borderColor: look.line,
      textStyle: { color: look.text, fontFamily: look.font },
    },
  };
  if (look.funnel) {
    return {
      ...common,
      series: [
        {
          type: 'funnel',
          data,
          sort: 'none',
          left: 4,
          right: 4,
          top: 4,
          bottom: 4,
          min: 0,
          minSize: '6%',
          gap: 2,
          label: { show: false },
          emphasis: { label: { show: false } },
        },
      ],
    };
  }
  return {
    ...common,
    grid: { left: 4, right: 4, top: 4, bottom: 4 },
    xAxis: { type: 'value', show: false },
    yAxis: { type: 'category', inverse: true, data: parts.map((part) => part.label), show: false },
    series: [{ type: 'bar', data, barMaxWidth: 28 }],
  };
}
