/** What the two model services share: encodings of text, arithmetic, training jobs and the registry of models. No Spring. */
@NullMarked
package io.parley.neural;

import org.jspecify.annotations.NullMarked;
