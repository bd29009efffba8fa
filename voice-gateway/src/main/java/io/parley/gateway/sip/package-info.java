/**
 * Telephone calls by SIP: a user agent server on the JAIN SIP stack that answers, holds, transfers and hangs up, and the
 * caller that tests it. The calls' sound is the matter of the package {@code rtp}.
 */
@NullMarked
package io.parley.gateway.sip;

import org.jspecify.annotations.NullMarked;
