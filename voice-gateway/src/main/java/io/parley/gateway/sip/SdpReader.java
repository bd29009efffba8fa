package io.parley.gateway.sip;

import io.parley.gateway.rtp.G711;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a session's description; what telephone calls have no use for is passed over. */
final class SdpReader {

    private static final int LONGEST = 16_384;
    private static final int MOST_LINES = 16;

    private final List<Section> sections = new ArrayList<>();
    private final Section whole = new Section("");

    private static final class Section {
        private final String line;
        private @Nullable InetAddress address;
        private @Nullable Direction direction;
        private final Map<Integer, String> encodings = new HashMap<>();

        private Section(String line) {
            this.line = line;
        }
    }

    private SdpReader() {}

    /**
     * @throws BadSdpException with what is wrong
     */
    static SessionDescription read(byte[] body) throws BadSdpException {
        if (body.length > LONGEST) {
            throw new BadSdpException("the description is longer than " + LONGEST + " bytes");
        }
        return new SdpReader().parse(new String(body, StandardCharsets.UTF_8));
    }

    private SessionDescription parse(String text) throws BadSdpException {
        String[] lines = text.split("\r\n|\n|\r");
        if (!lines[0].equals("v=0")) {
            throw new BadSdpException("a description begins with v=0");
        }
        Section section = whole;
        for (String line : lines) {
            if (line.isEmpty()) {
                continue;
            }
            if (line.length() < 2 || line.charAt(1) != '=' || line.charAt(0) < 'a' || line.charAt(0) > 'z') {
                throw new BadSdpException("a line is not of the form letter=value");
            }
            String value = line.substring(2);
            switch (line.charAt(0)) {
                case 'm' -> {
                    section = new Section(value);
                    sections.add(section);
                }
                case 'c' -> section.address = address(value);
                case 'a' -> attribute(section, value);
                // What else there is concerns conferences, bandwidths, names.
                default -> {}
            }
        }
        if (sections.isEmpty() || sections.size() > MOST_LINES) {
            throw new BadSdpException("there must be 1 to " + MOST_LINES + " m= lines");
        }
        List<SessionDescription.MediaLine> media = new ArrayList<>();
        for (Section each : sections) {
            media.add(line(each));
        }
        return new SessionDescription(media);
    }

    private static InetAddress address(String value) throws BadSdpException {
        String[] parts = value.trim().split(" +");
        if (parts.length != 3 || !parts[0].equals("IN") || !parts[1].matches("IP[46]")) {
            throw new BadSdpException("c= must be IN IP4 or IN IP6 and an address");
        }
        try {
            InetAddress address = Networks.numeric(parts[2]);
            if (address.isMulticastAddress()) {
                throw new BadSdpException("c= must not be a multicast address");
            }
            return address;
        } catch (IllegalArgumentException name) {
            throw new BadSdpException("c= must have a numeric address");
        }
    }

    private static void attribute(Section section, String value) throws BadSdpException {
        for (Direction direction : Direction.values()) {
            if (value.equals(direction.attribute())) {
                section.direction = direction;
                return;
            }
        }
        if (value.startsWith("rtpmap:")) {
            String[] parts = value.substring("rtpmap:".length()).trim().split(" +");
            if (parts.length != 2) {
                throw new BadSdpException("a=rtpmap must have a payload type and an encoding");
            }
            section.encodings.put(number(parts[0], 0, 127, "a=rtpmap"), parts[1].toUpperCase(Locale.ROOT));
        }
    }

    private SessionDescription.MediaLine line(Section section) throws BadSdpException {
        String[] parts = section.line.trim().split(" +");
        if (parts.length < 4) {
            throw new BadSdpException("m= must have a kind, a port, a protocol and formats");
        }
        int port = number(parts[1].replaceFirst("/.*", ""), 0, 65_535, "m=");
        InetAddress address = section.address == null ? whole.address : section.address;
        if (address == null) {
            throw new BadSdpException("there is no c= line");
        }
        Direction direction = section.direction == null ? whole.direction : section.direction;
        List<String> formats = List.of(parts).subList(3, parts.length);
        Set<G711> laws = new LinkedHashSet<>();
        int keys = -1;
        boolean comfortNoise = false;
        boolean sound = parts[0].equals("audio") && parts[2].startsWith("RTP/");
        for (String format : sound ? formats : List.<String>of()) {
            int type = number(format, 0, 127, "m=");
            switch (encoding(section, type)) {
                case "PCMU/8000", "PCMU/8000/1" -> laws.add(G711.MU_LAW);
                case "PCMA/8000", "PCMA/8000/1" -> laws.add(G711.A_LAW);
                case "TELEPHONE-EVENT/8000", "TELEPHONE-EVENT/8000/1" -> keys = keys < 0 ? type : keys;
                case "CN/8000", "CN/8000/1" -> comfortNoise = true;
                default -> {}
            }
        }
        return new SessionDescription.MediaLine(
                parts[0],
                parts[2],
                port,
                formats,
                address,
                direction == null ? Direction.SENDRECV : direction,
                List.copyOf(laws),
                keys,
                comfortNoise);
    }

    /** Our two encodings keep their numbers, whatever a map says: packets come with those. */
    private static String encoding(Section section, int type) {
        return switch (type) {
            case 0 -> "PCMU/8000";
            case 8 -> "PCMA/8000";
            case 13 -> "CN/8000";
            default -> {
                String named = section.encodings.getOrDefault(type, "");
                yield named.startsWith("TELEPHONE-EVENT") ? named : "";
            }
        };
    }

    private static int number(String text, int least, int most, String where) throws BadSdpException {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Said below, like one that is out of bounds.
        }
        throw new BadSdpException(where + " must have numbers from " + least + " to " + most);
    }
}
