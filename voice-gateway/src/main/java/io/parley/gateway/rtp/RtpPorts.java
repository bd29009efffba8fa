package io.parley.gateway.rtp;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ports calls may use for their sound: pairs, the even one for RTP, the odd one for RTCP. Thread-safe. */
public final class RtpPorts {

    private static final int RECEIVE_BUFFER = 64 * 1024;

    private final InetAddress host;
    private final int first;
    private final int pairs;
    private final Set<Integer> taken = new HashSet<>();
    private int next;

    /**
     * @param host whose ports; the wildcard address for all
     * @param from the first port
     * @param to the last port
     * @throws IllegalArgumentException if not one pair lies between them
     */
    public RtpPorts(InetAddress host, int from, int to) {
        this.host = host;
        first = from + (from & 1);
        pairs = (to - first + 1) / 2;
        if (pairs < 1) {
            throw new IllegalArgumentException(
                    "from " + from + " to " + to + " there is no pair of an even and an odd port for a call's sound");
        }
    }

    /** A free pair, bound. Ports that another program holds are passed over. */
    public Pair take() throws NoPortFreeException {
        for (int tried = 0; tried < pairs; tried++) {
            int port = reserve();
            if (port < 0) {
                break;
            }
            Pair pair = bind(port);
            if (pair != null) {
                return pair;
            }
        }
        throw new NoPortFreeException("no pair of ports from " + first + " to " + (first + 2 * pairs - 1)
                + " is free for a call's sound (parley.sip.rtp-ports)");
    }

    /** How many pairs are in use. */
    public synchronized int inUse() {
        return taken.size();
    }

    /** For how many calls there are ports. */
    public int size() {
        return pairs;
    }

    private synchronized int reserve() {
        for (int tried = 0; tried < pairs; tried++) {
            int port = first + 2 * next;
            next = (next + 1) % pairs;
            if (taken.add(port)) {
                return port;
            }
        }
        return -1;
    }

    private synchronized void release(int port) {
        taken.remove(port);
    }

    private @Nullable Pair bind(int port) {
        DatagramSocket sound = null;
        DatagramChannel reports = null;
        try {
            sound = new DatagramSocket(new InetSocketAddress(host, port));
            sound.setReceiveBufferSize(RECEIVE_BUFFER);
            reports = DatagramChannel.open();
            reports.configureBlocking(false);
            reports.bind(new InetSocketAddress(host, port + 1));
            return new Pair(sound, reports);
        } catch (IOException held) {
            if (sound != null) {
                sound.close();
            }
            if (reports != null) {
                closeQuietly(reports);
            }
            release(port);
            return null;
        }
    }

    private static void closeQuietly(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // Nothing was written that could be lost.
        }
    }

    /** A pair in use. Closing it gives it back; closing it again does nothing. */
    public final class Pair implements AutoCloseable {

        private final DatagramSocket sound;
        private final DatagramChannel reports;
        private final int port;

        private Pair(DatagramSocket sound, DatagramChannel reports) {
            this.sound = sound;
            this.reports = reports;
            port = sound.getLocalPort();
        }

        /** The even port. */
        public int port() {
            return port;
        }

        DatagramSocket sound() {
            return sound;
        }

        /** Takes one packet of RTCP, if there is one. */
        boolean drainReport(byte[] buffer) throws IOException {
            ByteBuffer into = ByteBuffer.wrap(buffer);
            return reports.receive(into) != null;
        }

        @Override
        public void close() {
            synchronized (RtpPorts.this) {
                if (sound.isClosed()) {
                    return;
                }
                sound.close();
                closeQuietly(reports);
                release(port);
            }
        }
    }

    /** Every port for sound is in use. */
    public static final class NoPortFreeException extends IOException {

        private static final long serialVersionUID = 1L;

        NoPortFreeException(String message) {
            super(message);
        }
    }
}
