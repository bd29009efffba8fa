package io.parley.gateway.sip;

import gov.nist.javax.sip.header.Allow;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.header.RetryAfter;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import java.text.ParseException;
import java.util.List;
import javax.sip.InvalidArgumentException;
import javax.sip.address.Address;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** Makes our answers, and the headers that every one of them has. */
final class Replies {

    /** What we can be asked to do. */
    static final List<String> METHODS = List.of(
            Request.INVITE, Request.ACK, Request.BYE, Request.CANCEL, Request.OPTIONS, Request.INFO, Request.NOTIFY);

    private static final HeaderFactoryImpl HEADERS = new HeaderFactoryImpl();
    private static final MessageFactoryImpl MESSAGES = new MessageFactoryImpl();
    private static final String SERVER = "Parley";

    private Replies() {}

    /**
     * @param reason what the other side shall know beyond the code; null for the code's usual phrase
     */
    static Response to(Request request, int status, @Nullable String reason) throws ParseException {
        Response response = MESSAGES.createResponse(status, request);
        if (reason != null) {
            response.setReasonPhrase(reason);
        }
        response.setHeader(HEADERS.createServerHeader(List.of(SERVER)));
        if (status == Response.METHOD_NOT_ALLOWED || status == Response.OK) {
            allow(response);
        }
        if (status == Response.UNSUPPORTED_MEDIA_TYPE || request.getMethod().equals(Request.OPTIONS)) {
            response.setHeader(HEADERS.createAcceptHeader("application", "sdp"));
        }
        return response;
    }

    /** An answer that begins a dialog: with our tag and our address. */
    static Response ofDialog(Request request, int status, String tag, Address contact) throws ParseException {
        Response response = to(request, status, null);
        ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(tag);
        response.setHeader(HEADERS.createContactHeader(contact));
        return response;
    }

    static void describe(Message message, byte[] description) throws ParseException {
        message.setContent(description, HEADERS.createContentTypeHeader("application", "sdp"));
    }

    static boolean isDescribed(Message message) {
        return message.getHeader(ContentTypeHeader.NAME) instanceof ContentTypeHeader type
                && type.getContentType().equalsIgnoreCase("application")
                && type.getContentSubType().equalsIgnoreCase("sdp");
    }

    static RetryAfter retryAfter(int seconds) {
        try {
            RetryAfter header = new RetryAfter();
            header.setRetryAfter(seconds);
            return header;
        } catch (InvalidArgumentException negative) {
            throw new IllegalArgumentException("nobody comes back " + seconds + " seconds ago", negative);
        }
    }

    static void allow(Message message) throws ParseException {
        for (String method : METHODS) {
            message.addHeader(new Allow(method));
        }
    }
}
