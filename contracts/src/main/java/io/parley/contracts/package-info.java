/**
 * What crosses a process: topics, messages, faults. Plain records that Jackson reads and writes, nothing else.
 *
 * <p>Fields are only ever added, and then optional; anything else is a new version of the topic.
 */
@NullMarked
package io.parley.contracts;

import org.jspecify.annotations.NullMarked;
