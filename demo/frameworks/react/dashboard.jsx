import { useState } from 'react';

/** The same tags as the plain page. React hears of a choice by the event, and needs to do nothing for it. */
export function Dashboard({ endpoint }) {
  const [region, setRegion] = useState('GM0153');
  const [looked, setLooked] = useState(null);
  return (
    <data-context
      endpoint={endpoint}
      region="GM0153"
      sync-url
      onpeil-select={(event) => setRegion(event.currentTarget.region)}
      onpeil-point={(event) => setLooked(event.pointed?.region ?? null)}
    >
      <main id="inhoud" className="wrap">
        <h1>Gemeenten vergelijken</h1>
        <p className="lead">
          Deze pagina is gemaakt met React. Gekozen: <output id="gekozen">{region}</output>
          {looked && <>, onder de aanwijzer: {looked}</>}
        </p>
        <div className="choices">
          <municipality-picker table="bevolking" />
          <period-picker table="bevolking" />
          <indicator-picker table="bevolking" />
        </div>
        <div className="tiles">
          <kpi-tile table="bevolking" />
          <kpi-tile table="huishoudens" indicator="huishoudens" />
          <kpi-tile table="woningprijzen" indicator="verkoopprijs" compare-with="NL01" />
          <kpi-tile table="jeugdzorg" indicator="jeugdhulp" compare-with="NL01" />
        </div>
        <div className="charts">
          <municipality-map table="bevolking" />
          <municipality-compare table="bevolking" />
          <trend-chart table="bevolking" compare-with="GM0164 GM0141" />
        </div>
        <data-table table="bevolking" compare-with="*" selectable />
      </main>
    </data-context>
  );
}
