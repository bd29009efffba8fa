package io.parley.gateway.rtp;

/**
 * How a call's sound came in.
 *
 * @param received packets from the caller
 * @param lost frames that were bridged, because their packets came too late or never
 * @param late packets that came too late
 * @param strangers packets from addresses nobody agreed on, dropped
 * @param unknown packets that are no RTP, or of a payload nobody agreed on, dropped
 */
public record RtpCounts(long received, long lost, long late, long strangers, long unknown) {}
