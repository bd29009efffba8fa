package io.parley.gateway.rtp;

import java.net.InetSocketAddress;

/**
 * What both sides agreed on for a call's sound.
 *
 * @param law the encoding of both directions
 * @param keys payload type of the telephone events, from 96; negative if the other side has none
 * @param remote where its sound comes from and ours goes
 * @param sends whether we are heard
 * @param receives whether the caller is; while held, neither
 */
public record Media(G711 law, int keys, InetSocketAddress remote, boolean sends, boolean receives) {

    /** Comfort noise has had its number since before numbers were agreed on. */
    static final int COMFORT_NOISE = 13;

    int type() {
        return law.payloadType();
    }
}
