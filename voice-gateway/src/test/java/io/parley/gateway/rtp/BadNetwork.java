package io.parley.gateway.rtp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A relay that loses three packets in a hundred and keeps each of the others for up to 40 ms. */
final class BadNetwork implements AutoCloseable {

    private final DatagramSocket in = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final ScheduledExecutorService delays = Executors.newSingleThreadScheduledExecutor();
    private final InetSocketAddress out;
    private final Random chance = new Random(11);

    BadNetwork(InetSocketAddress out) throws IOException {
        this.out = out;
        Thread.ofPlatform().daemon().name("bad-network").start(this::relay);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), in.getLocalPort());
    }

    @Override
    public void close() {
        in.close();
        delays.shutdownNow();
    }

    private void relay() {
        byte[] buffer = new byte[1_500];
        while (!in.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                in.receive(packet);
            } catch (IOException closed) {
                return;
            }
            if (chance.nextInt(100) >= 3) {
                byte[] bytes = Arrays.copyOf(buffer, packet.getLength());
                var _ = delays.schedule(() -> send(bytes), chance.nextInt(40_000), TimeUnit.MICROSECONDS);
            }
        }
    }

    private void send(byte[] bytes) {
        try {
            in.send(new DatagramPacket(bytes, bytes.length, out));
        } catch (IOException closed) {
            // The test is over.
            return;
        }
    }
}
