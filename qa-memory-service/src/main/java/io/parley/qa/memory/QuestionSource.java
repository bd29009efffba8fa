package io.parley.qa.memory;

import java.util.SplittableRandom;

/** Where training questions come from. What is left out of the memory may be drawn anew each time. */
public interface QuestionSource {

    int count();

    /** Question number {@code index}; everything random about it comes from {@code random}. */
    TrainingQuestion draw(int index, SplittableRandom random);
}
