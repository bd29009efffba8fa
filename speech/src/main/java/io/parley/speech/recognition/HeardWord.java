package io.parley.speech.recognition;

import java.time.Duration;

/**
 * A word within an utterance.
 *
 * @param text as it was spoken, lower case
 * @param confidence that it is right, in [0, 1]
 * @param start from the beginning of the utterance's sound
 * @param end likewise
 */
public record HeardWord(String text, double confidence, Duration start, Duration end) {}
