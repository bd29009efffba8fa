package io.parley.gateway.rtp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Whose packets a call takes: those from the address that was agreed on. A caller behind a router sends from another one
 * than it knows of; that is taken for theirs once, if in the first seconds three packets of one stream come from the
 * machine that was named or that placed the call, and nothing came from where it should. Everybody else is a stranger.
 * Of one thread.
 */
final class Doorway {

    private static final long OPEN = Duration.ofSeconds(5).toNanos();
    private static final int CONVINCED_BY = 3;

    private final InetAddress signalling;
    private InetSocketAddress agreed;
    private InetSocketAddress target;
    private boolean settled;
    private long since;
    private InetSocketAddress candidate;
    private int candidateSource;
    private int convincing;
    private long strangers;

    /**
     * @param agreed where the caller's sound comes from and ours goes, by the session's description
     * @param signalling the machine the call was placed from
     */
    Doorway(InetSocketAddress agreed, InetAddress signalling, long now) {
        this.signalling = signalling;
        this.agreed = agreed;
        target = agreed;
        candidate = agreed;
        since = now;
    }

    /** Something else was agreed on, in the course of the call. */
    void agree(InetSocketAddress address, long now) {
        if (!address.equals(agreed)) {
            agreed = address;
            target = address;
            settled = false;
            since = now;
            convincing = 0;
        }
    }

    /** Where our packets go. */
    InetSocketAddress target() {
        return target;
    }

    boolean lets(InetSocketAddress from, int source, long now) {
        if (from.equals(agreed)) {
            target = agreed;
            settled = true;
            return true;
        }
        if (settled && from.equals(target)) {
            return true;
        }
        if (!settled && now - since < OPEN && mayBeCaller(from.getAddress())) {
            convincing = from.equals(candidate) && source == candidateSource ? convincing + 1 : 1;
            candidate = from;
            candidateSource = source;
            if (convincing >= CONVINCED_BY) {
                target = from;
                settled = true;
                return true;
            }
        }
        strangers++;
        return false;
    }

    /** Packets that were let in by nobody. */
    long strangers() {
        return strangers;
    }

    private boolean mayBeCaller(InetAddress address) {
        return address.equals(agreed.getAddress()) || address.equals(signalling);
    }
}
