/** Answers requests over Kafka with the models in use. */
@NullMarked
package io.parley.intent.serving;

import org.jspecify.annotations.NullMarked;
