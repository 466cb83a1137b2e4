<?php
/**
 * Elements that a text may name, each with its attributes. Written by a test from custom-elements.json.
 *
 * @package Peilglas
 */

/**
 * Attributes by tag.
 *
 * @return array<string, string[]>
 */
function peilglas_elements() {
	return array(
		'data-table' => array( 'rows', 'columns', 'compare-with', 'sort', 'selectable', 'table', 'indicator', 'region', 'period', 'filter', 'heading', 'heading-level', 'without-source' ),
		'definition-panel' => array( 'table', 'indicator', 'region', 'period', 'filter', 'heading', 'heading-level', 'without-source' ),
		'indicator-picker' => array( 'label', 'name', 'value', 'required', 'disabled', 'table', 'indicator', 'region', 'period', 'filter', 'heading', 'heading-level', 'without-source' ),
		'kpi-tile' => array( 'compare-with', 'peers', 'weight', 'target', 'since', 'without-sparkline', 'table', 'indicator', 'region', 'period', 'filter', 'heading', 'heading-level', 'without-source' ),
		'municipality-compare' => array( 'peers', 'since', 'order', 'weight', 'without-average', 'table', 'indicator', 'region', 'period', 'filter', 'heading', 'heading-level', 'without-source' ),
		'municipality-map' => array( 'peers', 'shapes', 'shapes-source', 'classes', 'with-figures', 'table', 'indicator', 'region', 'period', 'filter', 'heading', 'heading-level', 'without-source' ),
		'municipality-picker' => array( 'kind', 'with-all', 'label', 'name', 'value', 'required', 'disabled', 'table', 'indicator', 'region', 'period', 'filter', 'heading', 'heading-level', 'without-source' ),
		'period-picker' => array( 'with-latest', 'label', 'name', 'value', 'required', 'disabled', 'table', 'indicator', 'region', 'period', 'filter', 'heading', 'heading-level', 'without-source' ),
		'population-pyramid' => array( 'age', 'sex', 'left', 'right', 'measure', 'compare-with', 'since', 'table', 'indicator', 'region', 'period', 'filter', 'heading', 'heading-level', 'without-source' ),
		'share-chart' => array( 'parts', 'whole', 'compare-with', 'table', 'indicator', 'region', 'period', 'filter', 'heading', 'heading-level', 'without-source' ),
		'statistical-yearbook' => array( 'region', 'themes', 'version', 'heading', 'heading-level', 'print' ),
		'trend-chart' => array( 'compare-with', 'shape', 'index', 'reference', 'target', 'with-sound', 'table', 'indicator', 'region', 'period', 'filter', 'heading', 'heading-level', 'without-source' ),
	);
}
