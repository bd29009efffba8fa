package io.parley.gateway.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.net.InetAddress;
import java.util.Objects;
import javax.sip.address.SipURI;
import javax.sip.header.FromHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Who is called: the user part of the request's address names the campaign. None, or our own name, means the default one,
 * since some telephones dial no address without a user.
 *
 * @param campaigns there are
 * @param self our name at the registrar, which is nobody's campaign; null if we have none
 */
record Callee(Campaigns campaigns, @Nullable String self) {

    /** Our name in the addresses we give. */
    static final String OURSELVES = "parley";

    /**
     * The campaign; null for the default one.
     *
     * @throws Refusal if there is none of that name, or nobody knows at present
     */
    @Nullable
    String campaign(Request invite) throws Refusal {
        if (!(invite.getRequestURI() instanceof SipURI uri)) {
            throw Refusal.of(Response.UNSUPPORTED_URI_SCHEME, null);
        }
        String user = uri.getUser();
        if (user == null || user.isEmpty() || user.equals(OURSELVES) || user.equals(self)) {
            return null;
        }
        boolean known;
        try {
            known = campaigns.have(user);
        } catch (RuntimeException unanswered) {
            throw Refusal.untilLater(Response.SERVICE_UNAVAILABLE);
        }
        if (!known) {
            throw Refusal.of(Response.NOT_FOUND, "No such campaign");
        }
        return user;
    }

    /** Who calls, as they say. */
    static @Nullable String caller(Request invite) {
        return invite.getHeader(FromHeader.NAME) instanceof FromHeader from
                ? from.getAddress().getURI().toString()
                : null;
    }

    /** The machine the request came from. */
    static InetAddress source(Request request) {
        return Objects.requireNonNull(((SIPRequest) request).getRemoteAddress(), "a request comes from somewhere");
    }

    static String transport(Request request) {
        return request.getHeader(ViaHeader.NAME) instanceof ViaHeader via ? via.getTransport() : "udp";
    }
}
