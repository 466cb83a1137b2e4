import { init } from 'echarts/core';
import '../echarts-registry.js';
import type { DrawnOption } from '../drawn-option.js';
import type { Size } from '../trend-input.js';
import { node, type PictureNode } from './picture-node.js';

/** What ECharts' own SVG is written from. */
interface Drawn {
  readonly tag: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Drawn[];
  readonly text?: string;
}

/** For who points at it, or for another picture than one: no marks of either are in a page. */
const dropped = /^(ecmeta_.*|pointer-events|clip-path|class|xml:space|style|id)$/;

/** Paths and texts of an option, in the order in which they are painted. Coordinates are CSS pixels from the top left. */
export function drawNodes(option: DrawnOption, size: Size): readonly PictureNode[] {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ ...option, animation: false });
    const { painter } = chart.getZr();
    return isPainter(painter) ? flatten(painter.renderToVNode({ willUpdate: false })) : [];
  } finally {
    chart.dispose();
  }
}

function isPainter(
  painter: object,
): painter is { readonly renderToVNode: (how: { readonly willUpdate: boolean }) => Drawn } {
  return 'renderToVNode' in painter;
}

function flatten({ tag, attrs = {}, children = [], text }: Drawn): readonly PictureNode[] {
  if (tag === 'path' || tag === 'text') return [node(tag, attributesOf(attrs), ...(text === undefined ? [] : [text]))];
  return tag === 'defs' || tag === 'style' ? [] : children.flatMap(flatten);
}

function attributesOf(attrs: Readonly<Record<string, unknown>>): PictureNode['attributes'] {
  const kept = Object.entries(attrs).flatMap(([name, value]): readonly [string, string | number][] =>
    !dropped.test(name) && (typeof value === 'string' || typeof value === 'number') ? [[name, value]] : [],
  );
  // Family and size are those of the text around, which the style sheet says.
  const weight = /font-weight:(\d+)/.exec(typeof attrs.style === 'string' ? attrs.style : '')?.[1];
  return { ...Object.fromEntries(kept), ...(weight !== undefined && { 'font-weight': weight }) };
}
