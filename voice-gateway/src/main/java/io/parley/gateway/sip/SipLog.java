package io.parley.gateway.sip;

import gov.nist.core.StackLogger;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stack's log: at debug level only, since what it calls an error is a stranger's malformed message, and a flood of those
 * must not become a flood of lines. What callers send stands in none of ours.
 */
public final class SipLog implements StackLogger {

    private static final Logger log = LoggerFactory.getLogger("io.parley.gateway.sip.stack");

    @Override
    public void logException(@Nullable Throwable failure) {
        log.debug("exception in the stack", failure);
    }

    @Override
    public void logError(@Nullable String message) {
        log.debug(message);
    }

    @Override
    public void logError(@Nullable String message, @Nullable Exception failure) {
        log.debug(message, failure);
    }

    @Override
    public void logFatalError(@Nullable String message) {
        log.error(message);
    }

    @Override
    public void logWarning(@Nullable String message) {
        log.debug(message);
    }

    @Override
    public void logInfo(@Nullable String message) {
        log.trace(message);
    }

    @Override
    public void logDebug(@Nullable String message) {
        log.trace(message);
    }

    @Override
    public void logDebug(@Nullable String message, @Nullable Exception failure) {
        log.trace(message, failure);
    }

    @Override
    public void logTrace(@Nullable String message) {
        log.trace(message);
    }

    @Override
    public void logStackTrace() {}

    @Override
    public void logStackTrace(int level) {}

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public boolean isLoggingEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return level >= TRACE_INFO ? log.isTraceEnabled() : log.isDebugEnabled();
    }

    @Override
    public void disableLogging() {}

    @Override
    public void enableLogging() {}

    @Override
    public void setBuildTimeStamp(@Nullable String stamp) {}

    @Override
    public void setStackProperties(@Nullable Properties properties) {}

    @Override
    public String getLoggerName() {
        return log.getName();
    }
}
