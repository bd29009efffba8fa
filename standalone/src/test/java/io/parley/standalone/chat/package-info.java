@NullMarked
package io.parley.standalone.chat;

import org.jspecify.annotations.NullMarked;
