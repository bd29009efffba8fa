package io.parley.standalone.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import redis.embedded.core.ExecutableProvider;

/**
 * A real redis-server as a child process, on a free loopback port, behind a password of its own, writing each change to
 * an append-only file that reaches the disk within a second.
 *
 * <p>The server runs under a small shell that holds a pipe to this JVM and ends the server when the pipe closes, so that
 * nothing stays behind however this JVM ends. It has a process group of its own: a Ctrl-C at the terminal reaches this
 * JVM alone, which stops the server last.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 5;
    private static final long POLL_MILLIS = 20;
    private static final long LOG_LIMIT_BYTES = 5_000_000;

    /** Runs its arguments as a server until the server ends or standard input does. */
    private static final String WATCH = """
            set -m
            trap '' INT HUP
            exec 3<&0
            "$@" </dev/null 3<&- & server=$!
            { read -r -u 3 _; kill -TERM "$server"; } </dev/null >/dev/null 2>&1 & watch=$!
            wait "$server"; code=$?
            kill "$watch" 2>/dev/null
            exit $code
            """;

    private final Process process;
    private final int port;
    private final String password;
    private final Path log;
    private final long logStart;
    private final CompletableFuture<String> console;

    private EmbeddedRedis(Process process, int port, String password, Path log, long logStart) {
        this.process = process;
        this.port = port;
        this.password = password;
        this.log = log;
        this.logStart = logStart;
        this.console = CompletableFuture.supplyAsync(this::readConsole, Thread::startVirtualThread);
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param folder where it keeps its data, its configuration and its binary; made if it is not there
     * @param log the file it logs to
     * @throws StartFailure if it cannot start
     */
    public static EmbeddedRedis start(Path folder, Path log) {
        return startIn(folder.toAbsolutePath(), log.toAbsolutePath());
    }

    private static EmbeddedRedis startIn(Path folder, Path log) {
        try {
            Files.createDirectories(folder);
            reclaim(folder);
            Path binary = binary(folder);
            rollOver(log);
            for (int attempt = 1; ; attempt++) {
                EmbeddedRedis redis = launch(folder, binary, log);
                if (redis.awaitReady()) {
                    return redis;
                }
                String said = redis.complaint();
                redis.close();
                if (attempt == ATTEMPTS || !said.contains("Address already in use")) {
                    throw explain(folder, log, said);
                }
            }
        } catch (IOException e) {
            throw new StartFailure(
                    "Redis cannot use " + folder + ": " + e,
                    "Make the folder writable, or name another with --data",
                    e);
        }
    }

    public int port() {
        return port;
    }

    /** What a client must authenticate with; made anew at every start. */
    public String password() {
        return password;
    }

    /** Completes when the server has ended, for whatever reason. */
    public CompletableFuture<Void> ended() {
        return process.onExit().thenAccept(ended -> {});
    }

    /** Stops the server after it has written everything to disk. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.descendants().forEach(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EmbeddedRedis launch(Path folder, Path binary, Path log) throws IOException {
        int port = FreePort.find();
        String password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
        Path configuration = folder.resolve("redis.conf");
        writePrivately(configuration, configuration(folder, log, port, password));
        long logStart = Files.exists(log) ? Files.size(log) : 0;
        Process process = new ProcessBuilder(
                        "bash", "-c", WATCH, "parley-redis", binary.toString(), configuration.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new EmbeddedRedis(process, port, password, log, logStart);
    }

    private static String configuration(Path folder, Path log, int port, String password) {
        return """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir %s
                pidfile %s
                logfile %s
                daemonize no
                databases 1
                appendonly yes
                appendfsync everysec
                aof-load-truncated yes
                save ""
                """.formatted(port, password, quoted(folder), quoted(pidFile(folder)), quoted(log));
    }

    /** A path as redis.conf wants it. */
    private static String quoted(Path path) {
        String text = path.toAbsolutePath().toString();
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    /** The server's binary: the one a person names, else the one that fits this machine out of the library's jar. */
    private static Path binary(Path folder) throws IOException {
        String named = System.getenv("PARLEY_REDIS_SERVER");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        Path bin = Files.createDirectories(folder.resolve("bin"));
        try {
            return ExecutableProvider.newJarResourceProvider(bin.toFile()).get().toPath();
        } catch (IllegalArgumentException e) {
            throw new StartFailure(
                    "No redis-server comes with Parley for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch"),
                    "Install Redis 6.2 or newer and set PARLEY_REDIS_SERVER to the path of its redis-server",
                    e);
        }
    }

    /** Ends a server of ours that a former JVM has left behind. The caller holds the folder, so nobody uses it. */
    private static void reclaim(Path folder) throws IOException {
        Path file = pidFile(folder);
        if (!Files.exists(file)) {
            return;
        }
        String pid = Files.readString(file).strip();
        if (pid.chars().allMatch(Character::isDigit) && !pid.isEmpty()) {
            ProcessHandle.of(Long.parseLong(pid))
                    .filter(process -> process.info()
                                    .command()
                                    .orElse("")
                                    .contains(folder.resolve("bin").toString())
                            || process.info().commandLine().orElse("").contains("redis-server 127.0.0.1:"))
                    .ifPresent(EmbeddedRedis::end);
        }
        Files.deleteIfExists(file);
    }

    private static void end(ProcessHandle leftover) {
        leftover.destroy();
        CompletableFuture<ProcessHandle> ended = leftover.onExit();
        try {
            ended.get(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            leftover.destroyForcibly();
            ended.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("redis.pid");
    }

    private static void rollOver(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether the server has come to answer; not when it has ended, or is still reading its data after a minute. */
    private boolean awaitReady() {
        Instant until = Instant.now().plus(READY_WITHIN);
        try {
            while (process.isAlive() && Instant.now().isBefore(until)) {
                if (answers()) {
                    return true;
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(1000);
            out.write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.UTF_8));
            return "+OK".equals(in.readLine()) && "+PONG".equals(in.readLine());
        } catch (IOException e) {
            return false;
        }
    }

    private String readConsole() {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** What the server said about its failure: on its console, then in its log. */
    private String complaint() throws IOException {
        String said = process.isAlive() ? "" : console.join();
        if (!Files.exists(log)) {
            return said;
        }
        byte[] bytes = Files.readAllBytes(log);
        int from = (int) Math.min(logStart, bytes.length);
        return said + new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    private static StartFailure explain(Path folder, Path log, String said) {
        List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
        String last = lines.isEmpty() ? "it said nothing" : lines.getLast().strip();
        if (said.contains("shared libraries") || said.contains("GLIBC")) {
            return new StartFailure(
                    "The redis-server that comes with Parley does not run here: " + firstWith(lines, "lib", last),
                    "It needs glibc 2.34 and libssl 3 (Debian, Ubuntu: apt install libssl3); or install Redis and set"
                            + " PARLEY_REDIS_SERVER to its redis-server");
        }
        if (said.contains("Bad file format") || said.contains("Unexpected end of file")) {
            return new StartFailure(
                    "The conversations stored in " + folder + " are damaged: " + firstWith(lines, "file", last),
                    "Move " + folder.resolve("appendonly.aof") + " away to start without the conversations under way;"
                            + " orders and models are kept elsewhere");
        }
        if (said.contains("Permission denied")) {
            return new StartFailure(
                    "redis-server may not run or write in " + folder + ": " + firstWith(lines, "denied", last),
                    "Give yourself the permission, or name another folder with --data");
        }
        return new StartFailure("redis-server did not start: " + last, "The whole story is in " + log);
    }

    private static String firstWith(List<String> lines, String word, String otherwise) {
        return lines.stream()
                .filter(line -> line.contains(word))
                .map(String::strip)
                .findFirst()
                .orElse(otherwise);
    }
}
