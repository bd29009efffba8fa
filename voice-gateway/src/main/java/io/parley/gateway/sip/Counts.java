package io.parley.gateway.sip;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.gateway.rtp.RtpCounts;

/** What is measured of SIP: answers to INVITEs by their code, and how the calls' packets came. */
final class Counts {

    private final MeterRegistry meters;

    Counts(MeterRegistry meters) {
        this.meters = meters;
    }

    /** An INVITE that would begin a call got its last answer. */
    void answered(int status) {
        meters.counter("parley.sip.invites", "status", Integer.toString(status)).increment();
    }

    /** A call is over. */
    void over(RtpCounts sound) {
        packets("received", sound.received());
        packets("lost", sound.lost());
        packets("late", sound.late());
        packets("stranger", sound.strangers());
        packets("unknown", sound.unknown());
    }

    private void packets(String fate, long count) {
        meters.counter("parley.rtp.packets", "fate", fate).increment((double) count);
    }
}
