package io.parley.standalone.call;

/** Tells speech from silence in the frames of a call that nothing but engines speaks in. */
final class Loudness {

    /** Mean magnitude above which a frame is speech: 40 dB below the loudest. */
    private static final int SPEECH = 330;

    private Loudness() {}

    static boolean isSpeech(short[] frame) {
        long sum = 0;
        for (short sample : frame) {
            sum += Math.abs(sample);
        }
        return sum > (long) SPEECH * frame.length;
    }
}
