/**
 * The questions the order flow asks the two model services over Kafka, and their answers. Which versions of their models
 * are in use, the services tell each other here too.
 */
@NullMarked
package io.parley.contracts.model;

import org.jspecify.annotations.NullMarked;
