/** What runs in the page: contrasts of everything that an element shows, measured as it is painted. */
export interface Measured {
  readonly tag: string;
  /** What it is: its text, or the colour that it names. */
  readonly what: string;
  readonly kind: 'text' | 'graphic';
  readonly contrast: number;
}

/** Measures every element with figures on the page. Runs in the page, so it may use nothing from outside itself. */
export function measurePage(): readonly Measured[] {
  type Pixel = readonly [red: number, green: number, blue: number];
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const probe = document.createElement('i');

  /** A colour as painted over what lies below it. */
  const painted = (colour: string, ground: Pixel): Pixel => {
    if (!context) throw new Error('No canvas');
    context.fillStyle = `rgb(${ground.join(' ')})`;
    context.fillRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  const luminance = (pixel: Pixel): number => {
    const [red = 0, green = 0, blue = 0] = pixel.map((byte) => {
      const share = byte / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: Pixel, other: Pixel): number => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const above = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  const groundOf = (element: Element | null): Pixel => {
    if (!element) return [255, 255, 255];
    const { backgroundColor } = getComputedStyle(element);
    if (backgroundColor === 'rgba(0, 0, 0, 0)') return groundOf(above(element));
    return painted(backgroundColor, groundOf(above(element)));
  };
  /** A colour of a drawing that is named as an expression, where the element stands. */
  const named = (expression: string, host: Element): string => {
    host.shadowRoot?.append(probe);
    probe.style.color = expression;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 1;

  const inside = (host: Element): readonly Measured[] => {
    const tag = host.localName;
    const parts = [...(host.shadowRoot?.querySelectorAll('*') ?? [])].filter(isShown);
    return parts.flatMap((part): readonly Measured[] => {
      const ground = groundOf(part);
      const style = getComputedStyle(part);
      const own = [...part.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
      if (part instanceof SVGElement) {
        if (part.localName === 'text' || part.localName === 'tspan') {
          if (!own) return [];
          const on = /^lch\(from (.+) calc/.exec(part.getAttribute('fill') ?? '')?.[1];
          const halo = style.stroke === 'none' ? null : style.stroke;
          const below = on !== undefined ? named(on, host) : halo;
          const at = below === null ? ground : painted(below, ground);
          return [{ tag, what: part.textContent, kind: 'text', contrast: contrast(painted(style.fill, at), at) }];
        }
        return (['stroke', 'fill'] as const).flatMap((property) => {
          const name = part.getAttribute(property) ?? '';
          const isMark = /^var\(--_(accent|neutral|series-\d|text|muted|hatch)\)$/.test(name);
          const isSpark = part.closest('.sparkline') !== null && property === 'stroke';
          if (!isMark && !isSpark) return [];
          const at = part.closest('.layout .canvas') ? null : ground;
          // On a map lines lie over areas of any lightness, and have a light or dark line beside them for it.
          if (at === null) return [];
          return [
            {
              tag,
              what: isSpark ? 'sparkline' : `${property} ${name}`,
              kind: 'graphic' as const,
              contrast: contrast(painted(style[property], at), at),
            },
          ];
        });
      }
      const found: Measured[] = [];
      if (own && !part.matches('.visually-hidden, .visually-hidden *, style, option')) {
        found.push({
          tag,
          what: part.textContent.trim().slice(0, 40),
          kind: 'text',
          contrast: contrast(painted(style.color, ground), ground),
        });
      }
      if (part.matches('button:not(.definition-button), select, summary') && style.borderTopStyle !== 'none') {
        const around = groundOf(above(part));
        if (Number.parseFloat(style.borderTopWidth) > 0 && style.borderTopColor !== 'rgba(0, 0, 0, 0)') {
          found.push({
            tag,
            what: `border of ${part.localName}`,
            kind: 'graphic',
            contrast: contrast(painted(style.borderTopColor, around), around),
          });
        }
      }
      if (part.matches('button, select, summary, [tabindex="0"]') && part instanceof HTMLElement) {
        part.focus({ focusVisible: true, preventScroll: true });
        const { outlineColor, outlineStyle } = getComputedStyle(part);
        const around = groundOf(above(part));
        if (outlineStyle !== 'none' && part.matches(':focus-visible')) {
          found.push({
            tag,
            what: `focus ring of ${part.localName}`,
            kind: 'graphic',
            contrast: contrast(painted(outlineColor, around), around),
          });
        }
        part.blur();
      }
      return found;
    });
  };
  return [...document.querySelectorAll('data-context > *')].flatMap(inside);
}

/** What does not stand out enough: text below 4.5:1, anything else below 3:1. */
export function tooFaint(measured: readonly Measured[]): readonly string[] {
  const faint = measured.filter(({ kind, contrast }) => contrast < (kind === 'text' ? 4.5 : 3));
  return [...new Set(faint.map(({ tag, what, contrast }) => `${tag}: ${what} ${contrast.toFixed(2)}`))];
}
