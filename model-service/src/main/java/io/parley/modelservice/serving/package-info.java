/** The models in use, and how they answer requests over Kafka. */
@NullMarked
package io.parley.modelservice.serving;

import org.jspecify.annotations.NullMarked;
