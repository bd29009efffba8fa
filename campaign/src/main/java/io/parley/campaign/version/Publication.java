package io.parley.campaign.version;

import java.time.Instant;

/**
 * That a version was put on sale.
 *
 * @param folderHash what the campaigns' folder held then; empty if it had no such campaign
 */
public record Publication(int number, Instant at, String folderHash) {

    static Publication parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("'" + line + "' is no publication");
        }
        return new Publication(Integer.parseInt(parts[0]), Instant.parse(parts[1]), parts[2]);
    }

    String line() {
        return number + " " + at + " " + folderHash;
    }
}
