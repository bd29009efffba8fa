/** A real redis-server and a real Kafka broker that live and die with this JVM and keep what they hold in a folder. */
@NullMarked
package io.parley.standalone.embedded;

import org.jspecify.annotations.NullMarked;
