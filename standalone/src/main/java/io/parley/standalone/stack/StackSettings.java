package io.parley.standalone.stack;

import java.nio.file.Path;

/**
 * What one stack runs on.
 *
 * @param data the folder it keeps everything in
 * @param address the address the gateway listens on
 * @param port the port the gateway listens on; 0 for any free one
 * @param sipPort the port telephones call at, by SIP; 0 for none
 * @param campaigns the folder of campaign folders
 * @param first the id of the campaign that is made ready first
 */
public record StackSettings(Path data, String address, int port, int sipPort, Path campaigns, String first) {

    public StackSettings {
        campaigns = campaigns.toAbsolutePath().normalize();
    }
}
