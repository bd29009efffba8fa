package io.parley.gateway.rtp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound of one call: every 20 ms a packet goes out and a frame comes in. It has one thread, which sends, receives and
 * tells; what it is told from elsewhere it does at the next frame.
 */
public final class RtpSession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RtpSession.class);
    private static final long FRAME_NANOS = 20_000_000;
    private static final int LARGEST_PACKET = 1500;
    /** So many frames late, what was missed is not caught up with: a burst helps nobody. */
    private static final int MOST_BEHIND = 10;

    private static final int MOST_WAITING = 64;

    private final RtpPorts.Pair ports;
    private final RtpListener listener;
    private final Patience patience;
    private final Playout playout = new Playout();
    private final Queue<Character> keysToSend = new ConcurrentLinkedQueue<>();
    private final Queue<Character> keysHeardElsewhere = new ConcurrentLinkedQueue<>();
    private final JitterBuffer jitter = new JitterBuffer();
    private final PressedKeys pressed = new PressedKeys();
    private final Doorway doorway;
    private final RtpSender sender;
    private final Thread thread;
    private volatile Media media;
    private volatile boolean talking;
    private volatile boolean closed;
    private volatile RtpCounts counts = new RtpCounts(0, 0, 0, 0, 0);
    private final byte[] buffer = new byte[LARGEST_PACKET];
    private long lastHeard;
    private boolean held;
    private boolean toldSilent;
    private long received;
    private long unknown;
    private boolean firstSent = true;
    private @Nullable KeyPress key;

    /**
     * How long a caller is waited for.
     *
     * @param silent of whom nothing comes
     * @param held who holds the call
     */
    public record Patience(Duration silent, Duration held) {}

    /**
     * @param ports given away: closed with the session
     * @param signalling the machine the call was placed from
     */
    public RtpSession(
            RtpPorts.Pair ports, Media media, InetAddress signalling, Patience patience, RtpListener listener) {
        this.ports = ports;
        this.media = media;
        this.patience = patience;
        this.listener = listener;
        doorway = new Doorway(media.remote(), signalling, System.nanoTime());
        sender = new RtpSender(ports.sound(), new SecureRandom());
        thread = Thread.ofPlatform().daemon().name("rtp-" + ports.port()).unstarted(this::run);
    }

    /** Begins to listen; what is to be said waits for {@link #talk}. */
    public void start() {
        thread.start();
    }

    /** The caller is there: what is to be said is said from now on. */
    public void talk() {
        talking = true;
    }

    /** Something else was agreed on, or the call is held. */
    public void agree(Media other) {
        media = other;
    }

    /** What is agreed on. */
    public Media media() {
        return media;
    }

    /** Says something after what was given before; 8 kHz. */
    public void play(short[] samples, String mark) {
        playout.add(samples, mark);
    }

    /** Falls silent, and says how much of what was playing had been sent. */
    public Duration clear() {
        return playout.clear();
    }

    /**
     * Presses keys, one after the other.
     *
     * @throws IllegalArgumentException if no telephone has one of them
     */
    public void press(String keys) {
        Keys.checked(keys).chars().forEach(key -> keysToSend.add((char) key));
    }

    /** Tells of a key that came by another way than RTP. */
    public void heardKey(char digit) {
        keysHeardElsewhere.add(digit);
    }

    /** What came in so far. */
    public RtpCounts counts() {
        return counts;
    }

    /** Ends the session; its thread gives the ports back and tells so. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        try {
            long due = System.nanoTime();
            lastHeard = due;
            while (!closed) {
                due += FRAME_NANOS;
                receiveUntil(due);
                if (System.nanoTime() - due > MOST_BEHIND * FRAME_NANOS) {
                    due = System.nanoTime();
                }
                frame();
            }
        } catch (IOException broken) {
            log.atWarn().addKeyValue("error", broken.toString()).log("the sound of a call broke off");
        } finally {
            ports.close();
            listener.closed();
        }
    }

    /** Each 20 ms, in this order: the caller is heard, then we speak. */
    private void frame() throws IOException {
        Media now = media;
        doorway.agree(now.remote(), System.nanoTime());
        for (Character digit = keysHeardElsewhere.poll(); digit != null; digit = keysHeardElsewhere.poll()) {
            listener.digit(digit);
        }
        short[] frame = jitter.next(System.nanoTime());
        if (talking && now.receives()) {
            listener.heard(frame);
        }
        drainReports();
        send(now);
        if (held != !now.receives()) {
            held = !held;
            lastHeard = System.nanoTime();
        }
        Duration longest = held ? patience.held() : patience.silent();
        if (!toldSilent && System.nanoTime() - lastHeard > longest.toNanos()) {
            toldSilent = true;
            listener.silent();
        }
        counts = new RtpCounts(received, jitter.lost(), jitter.late(), doorway.strangers(), unknown);
    }

    private void send(Media now) throws IOException {
        sender.tick();
        if (!now.sends()) {
            firstSent = true;
            return;
        }
        if (key == null && now.keys() >= 0 && !keysToSend.isEmpty()) {
            key = new KeyPress(keysToSend.remove(), sender.timestamp());
        }
        KeyPress down = key;
        if (down != null && !down.isPause()) {
            boolean first = down.isFirst();
            sender.send(doorway.target(), now.keys(), first, down.timestamp(), down.next());
            firstSent = true;
            return;
        }
        if (down != null) {
            down.pause();
            key = down.isOver() ? null : down;
            sendSound(now, new short[JitterBuffer.FRAME]);
            return;
        }
        Optional<Playout.Next> next = talking ? playout.next() : Optional.empty();
        sendSound(now, next.map(Playout.Next::frame).orElseGet(() -> new short[JitterBuffer.FRAME]));
        next.flatMap(Playout.Next::mark).ifPresent(listener::played);
    }

    private void sendSound(Media now, short[] frame) throws IOException {
        sender.send(
                doorway.target(),
                now.type(),
                firstSent,
                sender.timestamp(),
                now.law().encode(frame));
        firstSent = false;
    }

    private void receiveUntil(long due) throws IOException {
        if (due - System.nanoTime() <= 0) {
            // We were kept from the processor: what came meanwhile is heard before the frame, not after it.
            for (int waiting = 0; waiting < MOST_WAITING && receive(1); waiting++) {}
            return;
        }
        for (long left = due - System.nanoTime(); left > 0 && !closed; left = due - System.nanoTime()) {
            int millis = (int) TimeUnit.NANOSECONDS.toMillis(left);
            if (millis == 0) {
                LockSupport.parkNanos(left);
            } else {
                boolean _ = receive(millis);
            }
        }
    }

    /** Takes the next packet; false if none comes in time. */
    private boolean receive(int millis) throws IOException {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        try {
            ports.sound().setSoTimeout(millis);
            ports.sound().receive(packet);
        } catch (InterruptedIOException nothing) {
            return false;
        }
        take(packet);
        return true;
    }

    private void take(DatagramPacket datagram) {
        long now = System.nanoTime();
        Optional<RtpPacket> read = RtpPacket.read(datagram.getData(), datagram.getLength());
        if (read.isEmpty()) {
            unknown++;
            return;
        }
        RtpPacket packet = read.get();
        if (!doorway.lets((InetSocketAddress) datagram.getSocketAddress(), packet.source(), now)) {
            return;
        }
        Media agreed = media;
        if (agreed.receives()) {
            lastHeard = now;
        }
        received++;
        if (packet.type() == G711.MU_LAW.payloadType()) {
            jitter.put(packet, G711.MU_LAW.decode(packet.payload()), now);
        } else if (packet.type() == G711.A_LAW.payloadType()) {
            jitter.put(packet, G711.A_LAW.decode(packet.payload()), now);
        } else if (packet.type() == agreed.keys()) {
            pressed.hear(packet).ifPresent(listener::digit);
        } else if (packet.type() == Media.COMFORT_NOISE && packet.payload().length > 0) {
            jitter.comfortNoise(packet.payload()[0] & 0x7f);
        } else {
            unknown++;
        }
    }

    /** RTCP is taken, so that the caller's machine is not told that nobody listens; nothing is done with it. */
    private void drainReports() throws IOException {
        for (int i = 0; i < 4; i++) {
            if (!ports.drainReport(buffer)) {
                return;
            }
        }
    }
}
