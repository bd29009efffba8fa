package io.parley.gateway.sip;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A gateway's telephone side on loopback, with a {@link Desk} behind it and ports of its own. */
final class Exchange implements AutoCloseable {

    private static final InetAddress HOST = InetAddress.getLoopbackAddress();
    private static final int FIRST_PORT = 18_000;
    private static final int LAST_PORT = 18_999;

    /** Two builds on one machine begin in different places. */
    private static int next = FIRST_PORT + (int) (ProcessHandle.current().pid() % 400) * 2;

    final Desk desk;
    final int port;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final SipServer server;

    Exchange(Desk desk) throws IOException {
        this(desk, Duration.ZERO, Duration.ofSeconds(60), List.of("127.0.0.0/8"), 500, null);
    }

    Exchange(
            Desk desk,
            Duration ringFor,
            Duration silenceAfter,
            List<String> allowed,
            int invitesPerSecond,
            SipProperties.@Nullable RegistrarProperties registrar)
            throws IOException {
        this.desk = desk;
        port = freePort(1);
        int rtp = freePort(40);
        SipProperties properties = new SipProperties(
                true,
                "127.0.0.1",
                port,
                null,
                new SipProperties.RtpPortRange(rtp, rtp + 39),
                allowed,
                invitesPerSecond,
                ringFor,
                silenceAfter,
                Duration.ofMinutes(1),
                registrar);
        server = new SipServer(properties, desk, new Campaigns(() -> Set.of("space-trip", "tea-box")), meters);
        server.start();
    }

    /**
     * The first of so many ports that are free for UDP and TCP. Ports are given out once a round, since some that are free
     * now are another's to take later: those for a server's sound.
     */
    static synchronized int freePort(int width) throws IOException {
        for (int tried = 0; tried < LAST_PORT - FIRST_PORT; tried += 2) {
            int from = next + width > LAST_PORT ? FIRST_PORT : next;
            next = from + 2;
            if (areFree(from, width)) {
                next = from + width + (width & 1);
                return from;
            }
        }
        throw new IOException("no " + width + " ports are free from " + FIRST_PORT + " to " + LAST_PORT);
    }

    SipCaller call(String user, CallerListener listener) throws IOException {
        return SipCaller.call("sip:" + user + "127.0.0.1:" + port, "127.0.0.1", freePort(10), listener);
    }

    double answers(int status) {
        return meters.counter("parley.sip.invites", "status", Integer.toString(status))
                .count();
    }

    static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        if (!condition.getAsBoolean()) {
            throw new AssertionError("what should be so within ten seconds is not");
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private static boolean areFree(int from, int width) {
        for (int port = from; port < from + width; port++) {
            try (DatagramSocket udp = new DatagramSocket(new InetSocketAddress(HOST, port));
                    ServerSocket tcp = new ServerSocket()) {
                tcp.bind(new InetSocketAddress(HOST, port));
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
