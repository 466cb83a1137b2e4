<?php
/**
 * [peilglas element="kpi-tile" table="bevolking" indicator="inwoners" region="GM0153"]text to read without script[/peilglas]
 *
 * @package Peilglas
 */

/**
 * The tag with its attributes, escaped. Attributes that the element does not have are left out, and so is everything when the
 * element is not ours or the site names no endpoint: then the text stays, which says what there is to know.
 *
 * @param array<int|string, string>|string $given Attributes as an editor wrote them; a string when there are none.
 * @param string|null                      $text  What stands between the tags.
 * @return string
 */
function peilglas_shortcode( $given, $text = null ) {
	$site     = peilglas_site();
	$given    = is_array( $given ) ? $given : array();
	// Names without a value; WordPress numbers them.
	$bare     = array_filter( $given, 'is_int', ARRAY_FILTER_USE_KEY );
	$elements = peilglas_elements();
	$tag      = isset( $given['element'] ) ? strtolower( $given['element'] ) : 'kpi-tile';
	// WordPress cuts the paragraphs of an editor in half at the brackets; one left open would take the rest of the page with it.
	$kept = force_balance_tags( wp_kses_post( (string) $text ) );
	if ( null === $site || ! isset( $elements[ $tag ] ) ) {
		return $kept;
	}
	$html = sprintf( '<%s endpoint="%s"', $tag, esc_attr( $site['endpoint'] ) );
	foreach ( $elements[ $tag ] as $name ) {
		if ( isset( $given[ $name ] ) && ( 'shapes' !== $name || peilglas_is_of_site( $given[ $name ], $site ) ) ) {
			$html .= sprintf( ' %s="%s"', $name, esc_attr( $given[ $name ] ) );
		} elseif ( in_array( $name, $bare, true ) ) {
			$html .= " $name";
		}
	}
	return "$html>$kept</$tag>";
}

/**
 * Ends each shortcode that stands alone with a slash: to WordPress it would otherwise go on to the end of the next one that has a text, and
 * hide what stands between.
 *
 * @param string $content Text of a page, before its shortcodes are read.
 * @return string
 */
function peilglas_end_shortcodes( $content ) {
	$other = '[^\[]*+(?:\[(?!/?peilglas\b)[^\[]*+)*+';
	return preg_replace( "#\[peilglas\b([^\]]*)(?<!/)\](?=$other\[peilglas\b)#", '[peilglas$1 /]', $content ) ?? $content;
}

/**
 * Whether boundaries come from the endpoint or from this site; a text names nobody else to ask.
 *
 * @param string                                   $address As an editor wrote it.
 * @param array{endpoint: string, folder: string} $site    Addresses of the site.
 * @return bool
 */
function peilglas_is_of_site( $address, $site ) {
	return 0 === strpos( $address, "{$site['endpoint']}/shapes/" ) || 1 === preg_match( '#^/[\w-]#', $address );
}
