package io.parley.standalone.embedded;

import java.nio.file.Path;

/** A JVM that starts both servers in the folder it is given, says where they are, and waits to be killed. */
final class ServersThatAreKilled {

    private ServersThatAreKilled() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("redis"), folder.resolve("redis.log"));
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        System.out.println("STARTED " + redis.port() + " " + redis.password() + " " + kafka.bootstrapServers());
        Thread.currentThread().join();
    }
}
