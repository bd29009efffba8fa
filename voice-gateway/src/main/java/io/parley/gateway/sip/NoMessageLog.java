package io.parley.gateway.sip;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Properties;
import javax.sip.SipStack;
import org.jspecify.annotations.Nullable;

/** Keeps no message: they tell who called whom. */
public final class NoMessageLog implements ServerLogger {

    @Override
    public void closeLogFile() {}

    @Override
    public void logMessage(
            @Nullable SIPMessage message, @Nullable String from, @Nullable String to, boolean sender, long time) {}

    @Override
    public void logMessage(
            @Nullable SIPMessage message,
            @Nullable String from,
            @Nullable String to,
            @Nullable String status,
            boolean sender) {}

    @Override
    public void logMessage(
            @Nullable SIPMessage message,
            @Nullable String from,
            @Nullable String to,
            @Nullable String status,
            boolean sender,
            long time) {}

    @Override
    public void logException(@Nullable Exception failure) {}

    @Override
    public void setStackProperties(@Nullable Properties properties) {}

    @Override
    public void setSipStack(@Nullable SipStack stack) {}
}
