package io.parley.orderflow.slot;

/** Reads the values of one kind of slot from an utterance, and takes the words it understood. */
@FunctionalInterface
interface SlotReader {

    void read(Hearing hearing);
}
