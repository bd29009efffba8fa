package io.parley.gateway.sip;

import io.parley.gateway.call.CallEnd;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of asking the caller's side to call a person: it says so in requests of its own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3515">RFC 3515</a>
 */
final class Transfer {

    private static final Logger log = LoggerFactory.getLogger(Transfer.class);
    private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 ([1-6][0-9]{2})\\b");

    private Transfer() {}

    /** It said whether it will. */
    static void answered(Line line, Response response) {
        if (response.getStatusCode() >= Response.MULTIPLE_CHOICES) {
            failed(line, response.getStatusCode());
        }
    }

    /** It tells how the call of the person goes; once that is up, ours is over. */
    static void notified(Line line, Request notice) {
        byte[] body = notice.getRawContent();
        Matcher status = STATUS.matcher(body == null ? "" : new String(body, StandardCharsets.US_ASCII));
        if (!line.isTransferring() || !status.lookingAt()) {
            return;
        }
        int code = Integer.parseInt(status.group(1));
        if (code >= Response.MULTIPLE_CHOICES) {
            failed(line, code);
        } else if (code >= Response.OK) {
            line.call().hangUp(CallEnd.TRANSFERRED);
        }
    }

    private static void failed(Line line, int status) {
        line.transferFailed();
        log.atInfo().addKeyValue("sip.status", status).log("a call could not be transferred; it goes on here");
    }
}
