package io.parley.gateway.sip;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.gateway.call.CallEnd;
import io.parley.gateway.call.Switchboard;
import io.parley.gateway.rtp.RtpPorts;
import io.parley.gateway.rtp.RtpSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Listens for telephones as long as the gateway runs. Where the port is taken it says so, and all but telephones works.
 */
final class SipServer implements SmartLifecycle, Telephones {

    private static final Logger log = LoggerFactory.getLogger(SipServer.class);
    private static final long A_MOMENT = Duration.ofMillis(10).toNanos();
    private static final long PORTS_BACK_WITHIN = Duration.ofSeconds(2).toNanos();

    /** What there is while it runs. */
    private record Running(
            SipEndpoint endpoint,
            Lines lines,
            RtpPorts ports,
            Doorkeeper doorkeeper,
            Registration registration,
            ExecutorService executor,
            ScheduledExecutorService clock) {}

    private final SipProperties properties;
    private final Switchboard switchboard;
    private final Campaigns campaigns;
    private final Counts counts;
    private volatile @Nullable Running running;
    private volatile String trouble = "";

    SipServer(SipProperties properties, Switchboard switchboard, Campaigns campaigns, MeterRegistry meters) {
        this.properties = properties;
        this.switchboard = switchboard;
        this.campaigns = campaigns;
        counts = new Counts(meters);
        meters.gauge("parley.sip.calls", this, SipServer::calls);
        meters.gauge("parley.rtp.ports.in.use", this, SipServer::portsInUse);
    }

    @Override
    public void start() {
        String at = properties.host() + ":" + properties.port();
        try {
            running = listen();
            trouble = "";
            log.atInfo()
                    .addKeyValue("sip.address", at)
                    .addKeyValue(
                            "rtp.ports",
                            properties.rtpPorts().from() + "-"
                                    + properties.rtpPorts().to())
                    .log("telephones may call sip:CAMPAIGN@" + at);
        } catch (IOException taken) {
            trouble = taken.getMessage() + "; no telephone can call. End the program that holds the port, or choose"
                    + " another one by parley.sip.port";
            log.atWarn().log(trouble);
        }
    }

    @Override
    public void stop() {
        Running was = running;
        running = null;
        if (was == null) {
            return;
        }
        was.registration().end();
        was.lines().hangUp(CallEnd.SHUTDOWN);
        long waited = System.nanoTime();
        while (was.lines().up() > 0 && System.nanoTime() - waited < PORTS_BACK_WITHIN) {
            LockSupport.parkNanos(A_MOMENT);
        }
        was.executor().shutdown();
        was.clock().shutdownNow();
        was.endpoint().close();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public String told() {
        return trouble.isEmpty()
                ? "Telephones call sip:CAMPAIGN@" + properties.host() + ":" + properties.port()
                : trouble;
    }

    /** Why no telephone can call; empty if they can. */
    String trouble() {
        return trouble;
    }

    String registration() {
        Running now = running;
        return now == null ? "none" : now.registration().state();
    }

    int calls() {
        Running now = running;
        return now == null ? 0 : now.lines().up();
    }

    int portsInUse() {
        Running now = running;
        return now == null ? 0 : now.ports().inUse();
    }

    long refusedForeign() {
        Running now = running;
        return now == null ? 0 : now.doorkeeper().foreign();
    }

    long refusedTooMany() {
        Running now = running;
        return now == null ? 0 : now.doorkeeper().tooMany();
    }

    private Running listen() throws IOException {
        InetAddress host = Networks.numeric(properties.host());
        Doorkeeper doorkeeper =
                new Doorkeeper(new Networks(properties.allowedNetworks()), properties.invitesPerSecond());
        SipEndpoint endpoint =
                SipEndpoint.open(properties.host(), properties.port(), advertised(host), List.of(doorkeeper));
        RtpPorts ports = new RtpPorts(
                host, properties.rtpPorts().from(), properties.rtpPorts().to());
        Lines lines = new Lines(
                endpoint,
                switchboard,
                ports,
                new RtpSession.Patience(properties.silenceAfter(), properties.holdAtMost()),
                counts);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sip-registration").factory());
        SipProperties.RegistrarProperties registrar = properties.registrar();
        Registration registration = new Registration(endpoint, registrar, clock);
        Callee callee = new Callee(campaigns, registrar == null ? null : registrar.user());
        Invitations invitations = new Invitations(endpoint, lines, callee, properties.ringFor(), counts, executor);
        endpoint.listen(new UserAgentServer(endpoint, invitations, registration));
        registration.begin();
        return new Running(endpoint, lines, ports, doorkeeper, registration, executor, clock);
    }

    /** Where callers reach us: as configured, or our own address, of which the wildcard is none. */
    private String advertised(InetAddress host) throws SocketException {
        String configured = properties.publicAddress();
        if (configured != null) {
            return configured;
        }
        if (!host.isAnyLocalAddress()) {
            return properties.host();
        }
        return NetworkInterface.networkInterfaces()
                .filter(SipServer::isUp)
                .flatMap(network -> network.getInterfaceAddresses().stream())
                .map(InterfaceAddress::getAddress)
                .filter(address -> address.getAddress().length == host.getAddress().length)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElse("127.0.0.1");
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }
}
