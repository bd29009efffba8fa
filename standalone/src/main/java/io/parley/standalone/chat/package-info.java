/** {@code parley chat}: a conversation at the terminal. */
@NullMarked
package io.parley.standalone.chat;

import org.jspecify.annotations.NullMarked;
