/** Frozen pretrained encodings of text. One ONNX session a model and JVM; one text at a time, cached. */
@NullMarked
package io.parley.neural.encoder;

import org.jspecify.annotations.NullMarked;
