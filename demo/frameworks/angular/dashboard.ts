import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { DataContext, PeilPointEvent, PeilSelectEvent } from '@peilglas/elements';

/** The same tags as the plain page. Angular hears of a choice by the event, and needs to do nothing for it. */
@Component({
  selector: 'dashboard-app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <data-context
      [attr.endpoint]="endpoint"
      region="GM0153"
      sync-url
      (peil-select)="hear($event)"
      (peil-point)="look($event)"
    >
      <main id="inhoud" class="wrap">
        <h1>Gemeenten vergelijken</h1>
        <p class="lead">
          Deze pagina is gemaakt met Angular. Gekozen: <output id="gekozen">{{ region() }}</output>
          @if (looked(); as region) {
            <span>, onder de aanwijzer: {{ region }}</span>
          }
        </p>
        <div class="choices">
          <municipality-picker table="bevolking" />
          <period-picker table="bevolking" />
          <indicator-picker table="bevolking" />
        </div>
        <div class="tiles">
          <kpi-tile table="bevolking" />
          <kpi-tile table="huishoudens" indicator="huishoudens" />
          <kpi-tile table="woningprijzen" indicator="verkoopprijs" compare-with="NL01" />
          <kpi-tile table="jeugdzorg" indicator="jeugdhulp" compare-with="NL01" />
        </div>
        <div class="charts">
          <municipality-map table="bevolking" />
          <municipality-compare table="bevolking" />
          <trend-chart table="bevolking" compare-with="GM0164 GM0141" />
        </div>
        <data-table table="bevolking" compare-with="*" selectable />
      </main>
    </data-context>
  `,
})
export class Dashboard {
  readonly endpoint = document.querySelector<HTMLMetaElement>('meta[name=peilglas-endpoint]')?.content ?? '';
  readonly region = signal<string | null>('GM0153');
  readonly looked = signal<string | null>(null);

  hear(event: PeilSelectEvent): void {
    this.region.set((event.currentTarget as DataContext).region);
  }

  look({ pointed }: PeilPointEvent): void {
    this.looked.set(pointed?.region ?? null);
  }
}
