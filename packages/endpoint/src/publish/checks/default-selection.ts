import { defaultSelection as resolve } from '../../selection/resolve-selection.js';
import { SelectionError } from '../../selection/value-expression.js';
import { describeTable } from '../describe-table.js';
import type { Check } from './check.js';

/** The default selection of the manifest means something in this data. */
export const defaultSelection: Check = {
  rule: 'default-selection',
  run(data) {
    try {
      resolve(describeTable(data));
      return Promise.resolve([]);
    } catch (error) {
      if (!(error instanceof SelectionError)) throw error;
      const { file, lineOf } = data.source;
      const location = { file, line: lineOf(['defaultSelection']), field: 'defaultSelection' };
      const remedy = 'Correct the codes or value expressions';
      return Promise.resolve([
        { rule: this.rule, severity: 'error' as const, location, message: error.message, remedy },
      ]);
    }
  },
};
