package io.parley.standalone.campaign;

import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayOptions;
import io.parley.standalone.stack.DataOptions;
import picocli.CommandLine.Mixin;

/** Which running Parley a campaign is of. */
final class RunningParley {

    @Mixin
    private GatewayOptions options = new GatewayOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    GatewayClient gateway() {
        return options.client(data.operatorPasswordFile());
    }
}
