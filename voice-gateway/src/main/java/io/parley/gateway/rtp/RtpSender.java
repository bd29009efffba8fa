package io.parley.gateway.rtp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.security.SecureRandom;

/** Numbers and sends our packets. Of one thread. */
final class RtpSender {

    private final DatagramSocket socket;
    private final int source;
    private int sequence;
    private long timestamp;

    /** Beginnings that nobody can guess, as RFC 3550 asks for. */
    RtpSender(DatagramSocket socket, SecureRandom random) {
        this.socket = socket;
        source = random.nextInt();
        sequence = random.nextInt(1 << 15);
        timestamp = random.nextInt() & 0xffff_ffffL;
    }

    /** 20 ms pass, whether something is sent or not. */
    void tick() {
        timestamp += JitterBuffer.FRAME;
    }

    long timestamp() {
        return timestamp;
    }

    void send(InetSocketAddress target, int type, boolean marker, long at, byte[] payload) throws IOException {
        byte[] bytes = new RtpPacket(type, marker, sequence++, at, source, payload).bytes();
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, target));
        } catch (PortUnreachableException gone) {
            // The other side closed its port; that it is gone, the silence will tell.
            return;
        }
    }
}
