package io.parley.gateway.security;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large, and customers that ask too often. */
final class LimitFilter extends OncePerRequestFilter {

    private final DataSize bodyLimit;
    private final RateLimit rate;
    private final Refusals refusals;

    LimitFilter(DataSize bodyLimit, RateLimit rate, Refusals refusals) {
        this.bodyLimit = bodyLimit;
        this.rate = rate;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Paths.isCustomers(request) && !rate.admits(request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            refusals.refuse(
                    request,
                    response,
                    new FaultException(Fault.TOO_MANY_REQUESTS, "Too many requests came from here; wait a second."));
        } else if (Paths.isUpload(request)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > bodyLimit.toBytes()) {
            refusals.refuse(request, response, tooLarge());
        } else if (request.getContentLengthLong() >= 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
        } else {
            // The length was not told, so there is no way to know but reading.
            byte[] body = request.getInputStream().readNBytes((int) bodyLimit.toBytes() + 1);
            if (body.length > bodyLimit.toBytes()) {
                refusals.refuse(request, response, tooLarge());
            } else {
                chain.doFilter(new Read(request, body), response);
            }
        }
    }

    private FaultException tooLarge() {
        return new FaultException(
                Fault.REQUEST_TOO_LARGE, "A body may have at most " + bodyLimit.toKilobytes() + " kB here.");
    }

    /** A request whose body was read already. */
    private static final class Read extends HttpServletRequestWrapper {
        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ReadStream(new ByteArrayInputStream(body));
        }
    }

    private static final class ReadStream extends ServletInputStream {
        private final ByteArrayInputStream body;

        ReadStream(ByteArrayInputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return body.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is read already, by blocking");
        }
    }
}
