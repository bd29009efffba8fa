package io.parley.gateway.sip;

import io.parley.gateway.call.CallEnd;
import io.parley.gateway.call.CallRequest;
import io.parley.gateway.call.NoRoomException;
import io.parley.gateway.call.Switchboard;
import io.parley.gateway.rtp.Media;
import io.parley.gateway.rtp.RtpPorts;
import io.parley.gateway.rtp.RtpSession;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.Dialog;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** The calls that are up, and what a new one needs: ports for its sound and room at the switchboard. Thread-safe. */
final class Lines {

    private final SipEndpoint endpoint;
    private final Switchboard switchboard;
    private final RtpPorts ports;
    private final RtpSession.Patience patience;
    private final Counts counts;
    private final SecureRandom random = new SecureRandom();
    private final Set<Line> up = ConcurrentHashMap.newKeySet();

    Lines(SipEndpoint endpoint, Switchboard switchboard, RtpPorts ports, RtpSession.Patience patience, Counts counts) {
        this.endpoint = endpoint;
        this.switchboard = switchboard;
        this.ports = ports;
        this.patience = patience;
        this.counts = counts;
    }

    /**
     * Connects a caller, who hears nothing before the call is acknowledged.
     *
     * @param source the machine that placed the call
     * @throws Refusal if there is no port or no room for it
     */
    Line connect(Dialog dialog, Request invite, Media media, InetAddress source, CallRequest request) throws Refusal {
        RtpPorts.Pair pair;
        try {
            pair = ports.take();
        } catch (RtpPorts.NoPortFreeException none) {
            throw Refusal.untilLater(Response.SERVICE_UNAVAILABLE);
        }
        boolean connected = false;
        try {
            InetAddress ours = Networks.numeric(endpoint.advertised());
            SdpWriter description = new SdpWriter(ours, pair.port(), random.nextInt(1 << 30));
            Line line = new Line(endpoint, dialog, description, invite, this::over);
            line.call().use(new RtpSession(pair, media, source, patience, line.call()));
            line.call().tell(switchboard.connect(line.call(), request));
            up.add(line);
            line.call().sound().start();
            connected = true;
            return line;
        } catch (NoRoomException full) {
            throw Refusal.untilLater(Response.BUSY_HERE);
        } finally {
            if (!connected) {
                pair.close();
            }
        }
    }

    int up() {
        return up.size();
    }

    /** Hangs up on everybody. */
    void hangUp(CallEnd why) {
        up.forEach(line -> line.call().hangUp(why));
    }

    private void over(Line line) {
        up.remove(line);
        counts.over(line.call().sound().counts());
    }
}
