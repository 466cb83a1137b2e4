import '@peilglas/elements/data-context/define';
import '@peilglas/elements/kpi-tile/define';
import '@peilglas/elements/trend-chart/define';
