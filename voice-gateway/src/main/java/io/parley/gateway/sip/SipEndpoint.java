package io.parley.gateway.sip;

import gov.nist.javax.sip.ListeningPointExt;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TooManyListenersException;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.PeerUnavailableException;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.header.ViaHeader;

/** A stack of our own that listens at one address, over UDP and TCP. */
final class SipEndpoint implements AutoCloseable {

    private static final int THREADS = 4;

    private final SipStackImpl stack;
    private final SipProvider provider;
    private final String advertised;
    private final int port;

    private SipEndpoint(SipStackImpl stack, SipProvider provider, String advertised, int port) {
        this.stack = stack;
        this.provider = provider;
        this.advertised = advertised;
        this.port = port;
    }

    /**
     * Takes the address; {@link #listen} begins to listen.
     *
     * @param host numeric address
     * @param advertised the numeric address others reach us at
     * @throws IOException if the address is not ours or the port is taken
     */
    static SipEndpoint open(String host, int port, String advertised, List<Doorkeeper> doorkeepers) throws IOException {
        SipStackImpl stack;
        try {
            stack = new SipStackImpl(settings(host, port));
        } catch (PeerUnavailableException bad) {
            throw new IOException(bad.getMessage(), bad);
        }
        try {
            stack.sipMessageValves.addAll(doorkeepers);
            ListeningPoint udp = stack.createListeningPoint(host, port, ListeningPoint.UDP);
            ListeningPoint tcp = stack.createListeningPoint(host, port, ListeningPoint.TCP);
            udp.setSentBy(sentBy(advertised, port));
            tcp.setSentBy(sentBy(advertised, port));
            SipProvider provider = stack.createSipProvider(udp);
            provider.addListeningPoint(tcp);
            return new SipEndpoint(stack, provider, advertised, port);
        } catch (SipException | InvalidArgumentException | ParseException failed) {
            stack.stop();
            throw new IOException(
                    "SIP cannot listen at " + host + ":" + port + ", UDP and TCP: " + cause(failed), failed);
        }
    }

    /** Takes requests and responses from now on. */
    void listen(SipListener listener) throws IOException {
        try {
            provider.addSipListener(listener);
            stack.start();
        } catch (SipException | TooManyListenersException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    SipProvider provider() {
        return provider;
    }

    SipStackImpl stack() {
        return stack;
    }

    String advertised() {
        return advertised;
    }

    HeaderFactoryImpl headers() {
        return new HeaderFactoryImpl();
    }

    MessageFactoryImpl messages() {
        return new MessageFactoryImpl();
    }

    AddressFactoryImpl addresses() {
        return new AddressFactoryImpl();
    }

    /** Where answers and requests of a dialog find us. */
    Address contact(String user, String transport) throws ParseException {
        SipURI uri = addresses().createSipURI(user, bracketed(advertised));
        uri.setPort(port);
        if (transport.equalsIgnoreCase(ListeningPoint.TCP)) {
            uri.setTransportParam("tcp");
        }
        return addresses().createAddress(uri);
    }

    /** The headers of a request that begins something. */
    List<ViaHeader> via(String transport) {
        List<ViaHeader> via = new ArrayList<>();
        via.add(((ListeningPointExt) provider.getListeningPoint(transport.toLowerCase(Locale.ROOT))).createViaHeader());
        return via;
    }

    @Override
    public void close() {
        stack.stop();
    }

    private static Properties settings(String host, int port) {
        Properties settings = new Properties();
        settings.setProperty("javax.sip.STACK_NAME", "sip-" + port);
        settings.setProperty("javax.sip.IP_ADDRESS", host);
        settings.setProperty("gov.nist.javax.sip.STACK_LOGGER", SipLog.class.getName());
        settings.setProperty("gov.nist.javax.sip.SERVER_LOGGER", NoMessageLog.class.getName());
        settings.setProperty("gov.nist.javax.sip.REENTRANT_LISTENER", "true");
        settings.setProperty("gov.nist.javax.sip.THREAD_POOL_SIZE", Integer.toString(THREADS));
        settings.setProperty("gov.nist.javax.sip.TCP_POST_PARSING_THREAD_POOL_SIZE", Integer.toString(THREADS));
        settings.setProperty("gov.nist.javax.sip.THREAD_PRIORITY", Integer.toString(Thread.NORM_PRIORITY));
        // What has waited for a second in the queue of packets is dropped; who sent it sends it again.
        settings.setProperty("gov.nist.javax.sip.CONGESTION_CONTROL_TIMEOUT", "1000");
        settings.setProperty("gov.nist.javax.sip.MAX_MESSAGE_SIZE", "16384");
        settings.setProperty("gov.nist.javax.sip.MAX_CONNECTIONS", "100");
        settings.setProperty("gov.nist.javax.sip.MAX_SERVER_TRANSACTIONS", "2000");
        // A message over TCP that stops in its middle does not hold its thread for ever.
        settings.setProperty("gov.nist.javax.sip.READ_TIMEOUT", "10000");
        settings.setProperty("gov.nist.javax.sip.CONNECTION_TIMEOUT", "5000");
        settings.setProperty("gov.nist.javax.sip.DELIVER_UNSOLICITED_NOTIFY", "true");
        settings.setProperty("gov.nist.javax.sip.AGGRESSIVE_CLEANUP", "true");
        return settings;
    }

    private static String sentBy(String host, int port) {
        return bracketed(host) + ":" + port;
    }

    private static String bracketed(String host) {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    private static String cause(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
