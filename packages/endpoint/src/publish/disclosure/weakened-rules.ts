import type { Indicator, Table } from '../../table.js';

/**
 * Whether figures of an indicator, published today, would tell more about what an earlier version protected: by a rule
 * that is gone or weaker, or since they are no longer bound to the figures that are protected. Two roundings of one count
 * to different bases tell more than either; cells that were suppressed stay so by themselves.
 */
export function isWeakened(now: Indicator, then: Table): boolean {
  const before = then.indicators.find(({ code }) => code === now.code);
  if (!before || !hasRules(then)) return false;
  return isRuleWeaker(now, before) || isLoosened(now, before);
}

/** Whether an indicator was the margin of one that is gone `today`: nothing hides it any longer where that was hidden. */
export function isMarginLeft({ code }: Indicator, today: readonly Indicator[], then: Table): boolean {
  const gone = then.indicators.filter((before) => today.every((each) => each.code !== before.code));
  return hasRules(then) && gone.some(({ bounds }) => bounds?.lower === code || bounds?.upper === code);
}

function hasRules({ indicators }: Table): boolean {
  return indicators.some(({ disclosure }) => disclosure !== undefined);
}

function isRuleWeaker({ disclosure: now = {} }: Indicator, { disclosure: then = {} }: Indicator): boolean {
  if (then.suppression && !now.suppression) return true;
  if (then.rounding) {
    if (now.rounding?.base !== then.rounding.base) return true;
    if ((now.rounding.threshold ?? 0) < (then.rounding.threshold ?? 0)) return true;
  }
  if (!then.minimum) return false;
  return now.minimum?.of !== then.minimum.of || now.minimum.atLeast < then.minimum.atLeast;
}

/** Computed from protected figures then, or with a margin that went with its figure, and now by itself. */
function isLoosened(now: Indicator, then: Indicator): boolean {
  const { derived, bounds } = then;
  if (derived && (now.derived?.numerator !== derived.numerator || now.derived.denominator !== derived.denominator))
    return true;
  return bounds !== undefined && (now.bounds?.lower !== bounds.lower || now.bounds.upper !== bounds.upper);
}
