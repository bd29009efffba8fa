package io.parley.gateway.sip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** Networks of addresses, such as {@code 10.0.0.0/8}; an address alone is a network of one. */
final class Networks {

    private static final Pattern NUMERIC = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    private record Network(InetAddress address, int bits) {

        boolean has(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> networks;

    /**
     * @throws IllegalArgumentException if one is none
     */
    Networks(List<String> networks) {
        this.networks = networks.stream().map(Networks::read).toList();
    }

    boolean have(InetAddress address) {
        return networks.stream().anyMatch(network -> network.has(address));
    }

    static boolean isNetwork(String text) {
        try {
            read(text);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** A numeric address; names are not looked up. */
    static InetAddress numeric(String text) {
        if (!NUMERIC.matcher(text).matches()) {
            throw new IllegalArgumentException(text + " is no numeric address");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException none) {
            throw new IllegalArgumentException(text + " is no numeric address", none);
        }
    }

    private static Network read(String text) {
        int slash = text.indexOf('/');
        InetAddress address = numeric(slash < 0 ? text : text.substring(0, slash));
        int most = 8 * address.getAddress().length;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException(text + " is no network");
        }
        return new Network(address, bits);
    }
}
