package io.parley.gateway.sip;

import io.parley.speech.Sound;
import io.parley.speech.file.WavFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real telephone: baresip, told what to do over its control port. It plays a file and keeps what it hears. */
final class Baresip implements AutoCloseable {

    private final Process process;
    private final Path folder;
    private final Socket control;

    /**
     * @param codecs it has, such as {@code PCMU/8000/1}
     * @param says what it plays to the other side; it hangs up when that is over
     */
    Baresip(Path folder, String codecs, Sound says) throws IOException, InterruptedException {
        this.folder = folder;
        int port = Exchange.freePort(2);
        int sip = Exchange.freePort(4) + 2;
        WavFile.write(folder.resolve("says.wav"), says);
        Files.createDirectories(folder.resolve("heard"));
        Files.writeString(
                folder.resolve("config"),
                String.join(
                        "\n",
                        "sip_listen 127.0.0.1:" + sip,
                        "net_interface 127.0.0.1",
                        "audio_source aufile," + folder.resolve("says.wav"),
                        "rtp_ports 19700-19799",
                        "snd_path " + folder.resolve("heard"),
                        "ctrl_tcp_listen 127.0.0.1:" + port,
                        "module_path /usr/lib/baresip/modules",
                        "module g711.so",
                        "module g722.so",
                        "module aufile.so",
                        "module sndfile.so",
                        "module_tmp uuid.so",
                        "module_tmp account.so",
                        "module_app menu.so",
                        "module_app ctrl_tcp.so",
                        ""));
        Files.writeString(
                folder.resolve("accounts"),
                "<sip:test@127.0.0.1>;regint=0;dtmfmode=rtpevent;audio_codecs=" + codecs + "\n");
        process = new ProcessBuilder(Tools.require("baresip", "baresip-core"), "-f", folder.toString(), "-v")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("baresip.log").toFile())
                .start();
        control = connected(port);
        control.setSoTimeout(500);
        awaitAccount();
    }

    void dial(String target) throws IOException {
        tell("dial", target);
    }

    void hold() throws IOException {
        tell("hold", "");
    }

    void resume() throws IOException {
        tell("resume", "");
    }

    void hangUp() throws IOException {
        tell("hangup", "");
    }

    void press(char key) throws IOException {
        tell("sndcode", String.valueOf(key));
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("baresip.log"), StandardCharsets.ISO_8859_1);
    }

    /** How much of what it heard and keeps is louder than silence. */
    double loudSecondsHeard() throws IOException {
        try (Stream<Path> dumps = Files.list(folder.resolve("heard"))) {
            Path dump = dumps.filter(file -> file.toString().endsWith("-dec.wav"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("baresip keeps nothing of what it hears"));
            // Its header is written at the call's end, so the samples are read without it.
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(dump)).order(ByteOrder.LITTLE_ENDIAN);
            int loud = 0;
            for (int at = 44; at + 1 < bytes.limit(); at += 2) {
                loud += Math.abs(bytes.getShort(at)) > 2_000 ? 1 : 0;
            }
            return loud / 8_000.0;
        }
    }

    @Override
    public void close() throws IOException {
        control.close();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String command, String parameter) throws IOException {
        String json = "{\"command\":\"%s\",\"params\":\"%s\",\"token\":\"t\"}".formatted(command, parameter);
        OutputStream out = control.getOutputStream();
        out.write((json.length() + ":" + json + ",").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** It takes commands before it has read its account, and forgets those. */
    private void awaitAccount() throws IOException {
        StringBuilder answers = new StringBuilder();
        for (int tried = 0; tried < 40; tried++) {
            tell("reginfo", "");
            try {
                byte[] some = new byte[4_096];
                int read = control.getInputStream().read(some);
                answers.append(new String(some, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
            } catch (SocketTimeoutException nothing) {
                continue;
            }
            if (answers.indexOf("test@127.0.0.1") >= 0) {
                return;
            }
        }
        throw new IOException("baresip does not find its account; it says: " + answers);
    }

    /** One connection for all: it takes no second one. */
    private static Socket connected(int port) throws IOException, InterruptedException {
        for (int tried = 0; ; tried++) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (ConnectException notYet) {
                if (tried > 100) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }
}
