/**
 * Trains on files and scores on others, without any service. For benchmarks and for comparing settings.
 */
@org.jspecify.annotations.NullMarked
package io.parley.standalone.evaluate;
